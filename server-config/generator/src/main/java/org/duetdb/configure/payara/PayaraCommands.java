package org.duetdb.configure.payara;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.PoolDefinition;

/**
 * The {@code asadmin} commands that give a server the datasources of a catalog: an XA pool and a resource for each
 * (alias, role), and the figures of the pools.
 *
 * @param beforeBoot one command a line, in the order in which they must run, before the server boots
 * @param afterBoot those that must run after it has
 * @param properties what the server must find in its MicroProfile configuration, that is, in its environment, its
 *     system properties or its folder of secrets: the passwords, which the commands only refer to
 */
public record PayaraCommands(List<String> beforeBoot, List<String> afterBoot, Map<String, String> properties) {

    private static final String COUNT = "set-monitoring-level --module=jdbc-connection-pool --level=HIGH";
    private static final String SHOW = "set-amx-enabled --enabled=true --dynamic=true";

    /** Copies the collections. */
    public PayaraCommands {
        beforeBoot = List.copyOf(beforeBoot);
        afterBoot = List.copyOf(afterBoot);
        properties = Map.copyOf(properties);
    }

    /** Returns the commands of a catalog. */
    public static PayaraCommands of(Catalog catalog) {
        List<String> commands = new ArrayList<>();
        Map<String, String> properties = new LinkedHashMap<>();
        commands.add(COUNT);
        for (PoolDefinition definition : PoolDefinition.of(catalog)) {
            PayaraPool pool = new PayaraPool(definition);
            commands.add(pool.createCommand());
            commands.add("create-jdbc-resource --connectionpoolid=" + definition.name() + " " + definition.jndiName());
            properties.putAll(pool.secrets());
        }
        return new PayaraCommands(commands, List.of(SHOW), properties);
    }
}
