/**
 * Entity managers of the databases: which persistence units there are, and how their providers come by the connections
 * of sessions.
 *
 * <p>Imports {@code org.duetdb}, {@code config}, {@code catalog}, {@code datasource}, {@code session} and
 * {@code transaction}.
 */
package org.duetdb.persistence;
