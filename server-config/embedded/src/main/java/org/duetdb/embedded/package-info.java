/**
 * PostgreSQL clusters that live as long as the program that started them: for the demo, and for the tests.
 *
 * <p>{@link org.duetdb.embedded.EmbeddedDatabases} is the fixture: a primary, its streaming hot standby and a second
 * cluster, from the binaries on the class path, in a temporary folder. Nothing is installed, and nothing is left
 * behind, not even by a program that dies of {@code kill -9}.
 *
 * <p>Three layers, each using only those below it:
 *
 * <ol>
 *   <li>{@link org.duetdb.embedded.EmbeddedDatabases} says what is in the clusters: roles, databases, replication.
 *   <li>{@link org.duetdb.embedded.Cluster} makes, starts, stops and crashes one cluster. It runs {@code postgres}
 *       itself, never {@code pg_ctl}, which would let go of it.
 *   <li>{@link org.duetdb.embedded.Leash} and {@link org.duetdb.embedded.RunFolder} tie a process and a folder to this
 *       JVM. They know nothing of PostgreSQL.
 * </ol>
 *
 * <p>Unlike other embedded servers these sync to disk, ask for passwords, and keep their data over a crash: what is
 * tested with them is meant to hold in production. Imports nothing of Duet. Linux and macOS only.
 */
package org.duetdb.embedded;
