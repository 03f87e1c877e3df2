package org.duetdb.payara;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.catalog.Binding;
import org.duetdb.catalog.Catalog;

/**
 * The {@code asadmin} commands that give a server the datasources of a catalog: an XA pool and a resource for each (alias,
 * role). Passwords are not among them: the commands refer to variables of the server's environment.
 *
 * @param commands one command a line, in the order in which they must run
 * @param environment the variables that the commands refer to
 */
public record PayaraCommands(List<String> commands, Map<String, String> environment) {

    /** Copies the collections. */
    public PayaraCommands {
        commands = List.copyOf(commands);
        environment = Map.copyOf(environment);
    }

    /** Returns the commands of a catalog. */
    public static PayaraCommands of(Catalog catalog) {
        List<String> commands = new ArrayList<>();
        Map<String, String> environment = new LinkedHashMap<>();
        for (Binding binding : catalog.bindings()) {
            PayaraPool pool = new PayaraPool(binding);
            commands.add(pool.createCommand());
            commands.add("create-jdbc-resource --connectionpoolid=" + binding.name() + " "
                    + binding.settings().jndiName());
            environment.putAll(pool.environment());
        }
        return new PayaraCommands(commands, environment);
    }
}
