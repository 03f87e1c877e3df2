package org.duetdb.benchmark.result;

/**
 * One library's turn in one round, for one operation.
 *
 * @param time wall time, in microseconds
 * @param cpu processor time of the client's JVM, in microseconds
 * @param allocation bytes allocated
 */
public record Sample(double time, double cpu, double allocation) {}
