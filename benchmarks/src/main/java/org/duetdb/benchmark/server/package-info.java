/**
 * Two applications on one server: a resource with a session, and the same resource with raw JDBC on the same pool.
 *
 * <p>Each is a WAR of its own, so that nothing of the library is around the second. Imports {@code database} and
 * {@code result}.
 */
package org.duetdb.benchmark.server;
