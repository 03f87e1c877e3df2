/**
 * From MicroProfile Config to records: the only place that reads configuration.
 *
 * <p>{@link org.duetdb.config.Settings} holds everything that {@code database.*} says, with every
 * {@link org.duetdb.config.Problem} found on the way. The library and the server-side generator read the same keys
 * through it.
 *
 * <p>Imports {@code org.duetdb} only.
 */
package org.duetdb.config;
