package org.duetdb.configure.payara;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duetdb.configure.PoolConfiguration;

/** What a server needs once, whatever its pools are: by element and attribute of its {@code config}. */
enum ServerSetting {
    /** The figures of the pools are counted. */
    MONITORING(
            "monitoring-service/module-monitoring-levels",
            "jdbc-connection-pool",
            "HIGH",
            "set-monitoring-level --module=jdbc-connection-pool --level=HIGH"),

    /** They are shown to the application. */
    AMX("amx-configuration", "enabled", "true", "set-amx-enabled --enabled=true --dynamic=true"),

    /** What a crash has left prepared is ended at the next start; never otherwise. */
    RECOVERY(
            "transaction-service",
            "automatic-recovery",
            "true",
            "set configs.config.server-config.transaction-service.automatic-recovery=true");

    /** What takes the place of a pool's name for these settings. */
    static final String NAME = "server-config";

    private final String element;
    private final String attribute;
    private final String value;
    private final String command;

    ServerSetting(String element, String attribute, String value, String command) {
        this.element = element;
        this.attribute = attribute;
        this.value = value;
        this.command = command;
    }

    /** Returns the path of the element below {@code config}. */
    String element() {
        return element;
    }

    /** Returns the attribute of that element. */
    String attribute() {
        return attribute;
    }

    /** Returns the name in a comparison. */
    String option() {
        return element.replace('/', '.') + "." + attribute;
    }

    /** Returns the command that gives it its value. */
    String command() {
        return command;
    }

    /** Returns all, as they shall be. */
    static PoolConfiguration desired() {
        return with(setting -> setting.value);
    }

    /** Returns all, with the values that a server has. */
    static PoolConfiguration with(Function<ServerSetting, String> values) {
        Map<String, String> options = Arrays.stream(values()).collect(Collectors.toMap(ServerSetting::option, values));
        return new PoolConfiguration(NAME, options);
    }
}
