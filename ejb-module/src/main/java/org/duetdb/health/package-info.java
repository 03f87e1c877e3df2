/**
 * Whether the databases can be used: readiness, startup with its report, and the status that applications ask for. The
 * only place with MicroProfile Health.
 *
 * <p>Nothing here needs a request: connections are taken straight from the container's datasources, on threads of the
 * container, and every answer comes within the deadline whatever hangs.
 *
 * <p>Imports {@code org.duetdb}, {@code catalog}, {@code server}, {@code datasource} and {@code preflight}.
 */
package org.duetdb.health;
