package org.duetdb.config;

import org.duetdb.Role;

/**
 * All that is configured of one (alias, role).
 *
 * @param alias the alias
 * @param role the role
 * @param address where the server is, without credentials
 * @param user the user; null if the driver shall find one
 * @param password the password; null if there is none
 * @param credentialsKey the key that the user and the password came from, or the one to set
 * @param addressKey the key that the address came from
 * @param pool how connections are pooled
 * @param required whether readiness depends on it
 * @param replica what is expected of the servers of the read role
 * @param jndiName where the container's datasource is
 */
public record DatabaseSettings(
        String alias,
        Role role,
        ServerAddress address,
        String user,
        Secret password,
        String credentialsKey,
        String addressKey,
        PoolSettings pool,
        boolean required,
        ReplicaSettings replica,
        String jndiName) {}
