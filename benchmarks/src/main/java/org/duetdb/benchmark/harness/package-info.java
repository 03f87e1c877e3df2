/**
 * What runs in the JVM of one library and one workload: the JMH benchmark, the pool it works on, and what it is
 * measured with.
 */
package org.duetdb.benchmark.harness;
