/**
 * What is compared: {@linkplain org.duetdb.benchmark.library.Workloads one interface} of workloads, and one class that
 * does them with each library, as its own documentation would.
 *
 * <p>All run the same SQL, on the same kind of pool, and return the same rows. Outside a transaction they work in
 * auto-commit, as a session does.
 */
package org.duetdb.benchmark.library;
