package org.duetdb.configure;

/**
 * The password of a pool, which no configuration of a server holds: it says where the server finds it.
 *
 * @param pool the alias and the role: {@code default-write}
 */
public record SecretReference(String pool) {

    /** Returns the property of MicroProfile Config: {@code duet.secret.default-write}. */
    public String property() {
        return "duet.secret." + pool;
    }

    /** Returns the environment variable: {@code DUET_SECRET_DEFAULT_WRITE}. */
    public String variable() {
        return EnvironmentName.of(property());
    }
}
