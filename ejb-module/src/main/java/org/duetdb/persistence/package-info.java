/**
 * Entity managers of the databases: which persistence units there are, and how their providers come by the connections
 * of sessions.
 */
package org.duetdb.persistence;
