package org.duetdb.simulation;

/** A part of a program, which may throw anything. */
@FunctionalInterface
interface Work {

    void run() throws Throwable;
}
