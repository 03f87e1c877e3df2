/**
 * From the configuration of the databases to the configuration of an application server.
 *
 * <p>{@link org.duetdb.configure.PoolDefinition} is what every server has to know of a pool. Each server has a package,
 * which makes a {@link org.duetdb.configure.PoolConfiguration} of it, reads those that the server has, and writes what
 * brings it from one to the other: a {@link org.duetdb.configure.Difference}. To the command line it is a
 * {@link org.duetdb.configure.ServerConfigurator}.
 *
 * <p>Imports {@code config} and {@code catalog} of the library, and none of its own sub-packages.
 */
package org.duetdb.configure;
