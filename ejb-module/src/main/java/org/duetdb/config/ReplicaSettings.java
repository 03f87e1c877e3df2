package org.duetdb.config;

import java.time.Duration;

/**
 * What is expected of the servers of the read role.
 *
 * @param consistency what they have to show
 * @param consistencyWait how long one is waited for that has not replayed enough
 * @param maxLag how old what one has replayed may be; null if that does not matter
 * @param maxLagBytes how much of the log one may have received and not replayed; 0 if that does not matter
 */
public record ReplicaSettings(Consistency consistency, Duration consistencyWait, Duration maxLag, int maxLagBytes) {}
