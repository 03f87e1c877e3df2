/**
 * The benchmark: {@link org.duetdb.benchmark.Benchmarks} measures, prints and writes.
 *
 * <p>It starts PostgreSQL ({@code database}) and pins itself, and all that it starts, to one core. {@code contest} lets
 * what is in {@code library} run against each other, each in a JVM of its own with {@code harness} in it.
 * {@code server} compares two applications on one server. {@code result} holds what came out, and {@code report} makes
 * text of it. Imports all of them, and is imported by none.
 */
package org.duetdb.benchmark;
