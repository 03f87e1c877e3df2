/**
 * The tables of the application, made and kept by Flyway when it starts.
 *
 * <p>A database that is away then does not keep the application from starting: the startup check stays down, and each
 * time it is asked the tables are tried again.
 */
package org.duetdb.web.schema;
