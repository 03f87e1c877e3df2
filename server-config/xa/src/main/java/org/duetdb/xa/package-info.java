/**
 * PostgreSQL as a resource manager, for the transaction managers of application servers. Installed beside the driver,
 * and seen by no application.
 *
 * <p>{@link org.duetdb.xa.DuetXADataSource} is what a server knows. It makes connections
 * ({@link org.duetdb.xa.BranchConnection}) with a resource each ({@link org.duetdb.xa.BranchResource}), which says what
 * may be done when ({@link org.duetdb.xa.Association}), and has a branch worked on before it is prepared
 * ({@link org.duetdb.xa.BranchWork}) and ended after that ({@link org.duetdb.xa.Settlement}).
 *
 * <p>A prepared branch survives whoever prepared it. So what is decided about it is decided together with the other
 * databases of the {@link org.duetdb.xa.Node}: by what this process remembers ({@link org.duetdb.xa.Decisions}), or
 * else by what the databases themselves say ({@link org.duetdb.xa.Records}).
 *
 * <p>Imports the driver and the JDK, nothing of Duet and nothing of Jakarta EE.
 */
package org.duetdb.xa;
