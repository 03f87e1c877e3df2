package org.duetdb.configure.payara;

import static org.duetdb.configure.payara.PayaraPool.JNDI_NAME;
import static org.duetdb.configure.payara.PayaraPool.PROPERTY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duetdb.configure.PoolConfiguration;

/** The commands that make a pool and its resource. */
final class CreateCommands {

    private static final List<String> FIRST = List.of("url", "user", "password");

    private CreateCommands() {}

    static List<String> of(PoolConfiguration pool, Quoting quoting) {
        return List.of(pool(pool, quoting), resource(pool.name(), pool.options().get(JNDI_NAME)));
    }

    private static String pool(PoolConfiguration pool, Quoting quoting) {
        List<String> words = new ArrayList<>();
        words.add("create-jdbc-connection-pool");
        for (PoolAttribute attribute : PoolAttribute.values()) {
            String value = pool.options().get(attribute.attribute());
            if (!Objects.equals(value, attribute.standard())) {
                words.add("--" + attribute.option() + "=" + value);
            }
        }
        words.add(quoting.quoted("--property=" + PropertyList.of(properties(pool))));
        words.add(pool.name());
        return String.join(" ", words);
    }

    /** Where the database is and who asks stands first, for people who read it. */
    private static Map<String, String> properties(PoolConfiguration pool) {
        Map<String, String> properties = new LinkedHashMap<>();
        FIRST.forEach(name -> {
            if (pool.options().containsKey(PROPERTY + name)) {
                properties.put(name, pool.options().get(PROPERTY + name));
            }
        });
        pool.options().forEach((option, value) -> {
            if (option.startsWith(PROPERTY)) {
                properties.putIfAbsent(option.substring(PROPERTY.length()), value);
            }
        });
        return properties;
    }

    static String resource(String pool, String jndiName) {
        return "create-jdbc-resource --connectionpoolid=" + pool + " " + jndiName;
    }
}
