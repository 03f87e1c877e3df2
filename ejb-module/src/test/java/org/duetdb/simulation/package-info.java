/**
 * A simulation of everything around the library: databases by PostgreSQL's rules, pools, an application server's
 * transaction manager and its habits. Programs made at random run against the real sessions and transactions, and any
 * call of JDBC or Jakarta Transactions may fail. After every step {@code Promises} are looked at.
 *
 * <p>{@code Simulation} runs one seed. {@code World} is what surrounds the library, {@code Program} what an application
 * does with it, {@code Ledger} what must be in the databases by all that the application was told.
 *
 * <p>These are whole parts with their rules, not answers to single calls: a program meets what it would on a server.
 * Time is no part of it. All runs on one thread; what another thread of the server would do happens between two calls.
 */
package org.duetdb.simulation;
