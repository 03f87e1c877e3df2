package org.duetdb.crash.server;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.crash.hook.HookedXADataSource;

/** Puts the hook around the datasource class of pools, in the form of each server. */
final class Hook {

    private static final String HOOK = HookedXADataSource.class.getName();
    private static final String OWN_CLASS = "xa-datasource-class";
    private static final String WRITE = "-write";

    private Hook() {}

    /** As {@code asadmin} commands. */
    static List<String> inCommands(List<String> commands) {
        return commands.stream().map(Hook::inCommand).toList();
    }

    private static String inCommand(String command) {
        String option = "--datasourceclassname=";
        if (!command.contains(option) || !command.endsWith(WRITE)) {
            return command;
        }
        String configured = command.replaceFirst(".*" + option + "(\\S+).*", "$1");
        return command.replace(option + configured, option + HOOK)
                .replaceFirst("--property=", "--property=hooked=" + wrapped(configured) + ":");
    }

    /**
     * As options of WildFly's pools.
     *
     * @param script the generator's, which has the class of pools that name none
     */
    static List<PoolConfiguration> inWildFly(List<PoolConfiguration> pools, List<String> script) {
        String common =
                String.join("\n", script).replaceFirst("(?s).*driver-xa-datasource-class-name=\"?([A-Za-z.]+).*", "$1");
        return change(pools, options -> {
            options.put("xa-datasource-properties.hooked", wrapped(options.getOrDefault(OWN_CLASS, common)));
            options.put(OWN_CLASS, HOOK);
            return options;
        });
    }

    /** In a script for WildFly: the module of the driver has the hook, and all that the hook may be around. */
    static String inScript(String text) {
        return text.replace("driver-module-name=org.duetdb.xa,", "driver-module-name=org.postgresql,");
    }

    /** As options of Open Liberty's pools, beside {@link #inDropin}. */
    static List<PoolConfiguration> inLiberty(List<PoolConfiguration> pools, String hooked) {
        return change(pools, options -> {
            options.put("properties.hooked", wrapped(hooked));
            return options;
        });
    }

    /** Another class can be asked for, to see the harness find what that one loses. */
    private static String wrapped(String configured) {
        String other = System.getProperty("crash.datasource", "");
        return other.isEmpty() ? configured : other;
    }

    private static List<PoolConfiguration> change(
            List<PoolConfiguration> pools, UnaryOperator<Map<String, String>> change) {
        return pools.stream()
                .map(pool -> pool.name().endsWith(WRITE)
                        ? new PoolConfiguration(pool.name(), change.apply(new TreeMap<>(pool.options())))
                        : pool)
                .toList();
    }

    /** The class in the file of Open Liberty's pools, which all of them share. */
    static String classInDropin(String text) {
        return text.replaceFirst("(?s).*javax\\.sql\\.XADataSource=\"([^\"]+)\".*", "$1");
    }

    /** The file of Open Liberty's pools. */
    static String inDropin(String text) {
        return text.replaceFirst("(javax\\.sql\\.XADataSource=)\"[^\"]+\"", "$1\"" + HOOK + "\"");
    }
}
