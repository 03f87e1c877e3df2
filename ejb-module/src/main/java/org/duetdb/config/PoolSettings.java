package org.duetdb.config;

import java.time.Duration;

/**
 * How the container pools the connections of one (alias, role). A duration that is not set is null.
 *
 * @param maxSize the most connections there may be
 * @param minIdle the connections that are kept open
 * @param connectTimeout how long a caller waits for a connection
 * @param idleTimeout when an idle connection is retired
 * @param maxLifetime when any connection is retired
 * @param testBeforeAcquire whether a connection is validated before it is lent
 * @param keepalive TCP keep-alive
 * @param statementTimeout the server's limit of a statement
 * @param leakTimeout when a connection held too long is reported
 */
public record PoolSettings(
        int maxSize,
        int minIdle,
        Duration connectTimeout,
        Duration idleTimeout,
        Duration maxLifetime,
        boolean testBeforeAcquire,
        Duration keepalive,
        Duration statementTimeout,
        Duration leakTimeout) {}
