/**
 * Lets libraries run against each other: many JVMs are alive together, and one of them at a time has its turn.
 *
 * <p>{@link org.duetdb.benchmark.contest.Contest} does one workload. {@link org.duetdb.benchmark.contest.Gate} gives
 * the turns, to which {@code harness} in the other JVMs listens. Imports {@code harness}, {@code library} and
 * {@code result}.
 */
package org.duetdb.benchmark.contest;
