/**
 * Whether the databases can be used: readiness, the preflight and the report at startup, and the status that
 * applications ask for. The only place with MicroProfile Health.
 *
 * <p>Nothing here needs a request: connections are taken straight from the container's datasources, on threads of the
 * container, and every answer comes within the deadline whatever hangs.
 *
 * <p>Imports {@code org.duetdb}, {@code catalog}, {@code server} and {@code datasource}.
 */
package org.duetdb.health;
