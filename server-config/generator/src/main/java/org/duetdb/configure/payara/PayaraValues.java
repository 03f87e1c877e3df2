package org.duetdb.configure.payara;

import java.util.regex.Pattern;
import org.duetdb.configure.PoolDefinition;
import org.duetdb.configure.UnsupportedSettings;

/** The values of a pool that Payara would not take as they are. */
final class PayaraValues {

    /** Payara resolves it in every value, wherever that comes from. */
    private static final String EXPRESSION = "${";

    /**
     * In a password MicroProfile Config does so first, which takes a backslash away and stumbles over an expression
     * that does not end. Escaping would not help: what it gives is resolved again.
     */
    private static final Pattern IN_PASSWORD = Pattern.compile("\\$\\{|\\\\[${}]");

    private final PoolDefinition pool;

    PayaraValues(PoolDefinition pool) {
        this.pool = pool;
    }

    void refuse(UnsupportedSettings unsupported) {
        if (pool.hasPassword() && IN_PASSWORD.matcher(pool.revealPassword()).find()) {
            unsupported.refuse(
                    pool, "take a password with ${ in it, or a backslash before $, { or }", "choose another password");
        }
        if (pool.user() != null && pool.user().contains(EXPRESSION)) {
            unsupported.refuse(pool, "take a user with ${ in its name", "choose another user");
        }
        pool.driverProperties().forEach((name, value) -> {
            if (value.contains(EXPRESSION)) {
                unsupported.add(pool, "it", "take ${ in " + name);
            } else if (value.chars().anyMatch(Character::isISOControl)) {
                unsupported.add(pool, "it", "take a line break or another control character in " + name);
            } else if (!value.equals(value.strip()) || value.endsWith("\\")) {
                unsupported.add(pool, "it", "keep a blank around " + name + ", or a backslash at its end");
            }
        });
    }
}
