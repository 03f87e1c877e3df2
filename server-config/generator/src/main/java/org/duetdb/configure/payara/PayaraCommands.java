package org.duetdb.configure.payara;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PoolDefinition;

/**
 * The {@code asadmin} commands that give a server, before it boots, the datasources of a catalog: an XA pool and a
 * resource for each (alias, role), and the figures of the pools.
 *
 * @param beforeBoot one command a line, in the order in which they must run, before the server boots
 * @param afterBoot those that must run after it has
 * @param properties what the server must find in its MicroProfile configuration, that is, in its environment, its
 *     system properties or its folder of secrets: the passwords, which the commands only refer to
 */
public record PayaraCommands(List<String> beforeBoot, List<String> afterBoot, Map<String, String> properties) {

    /** Copies the collections. */
    public PayaraCommands {
        beforeBoot = List.copyOf(beforeBoot);
        afterBoot = List.copyOf(afterBoot);
        properties = Map.copyOf(properties);
    }

    /**
     * Returns the commands of a catalog.
     *
     * @throws org.duetdb.configure.UnsupportedSettingsException if something is configured that Payara cannot do
     */
    public static PayaraCommands of(Catalog catalog) {
        List<String> commands =
                BootFile.lines(new PoolConfiguration(ServerSetting.NAME, Map.of()), PayaraPools.of(catalog));
        Map<String, String> properties = new LinkedHashMap<>();
        PoolDefinition.of(catalog).stream()
                .filter(PoolDefinition::hasPassword)
                .forEach(pool -> properties.put(pool.secret().property(), pool.revealPassword()));
        return new PayaraCommands(commands, List.of(ServerSetting.AMX.command()), properties);
    }
}
