package org.duetdb.configure.command;

import java.util.List;
import java.util.stream.Collectors;
import org.duetdb.configure.ConfigureException;
import org.duetdb.configure.ServerConfigurator;
import org.duetdb.configure.liberty.LibertyServer;
import org.duetdb.configure.payara.PayaraMicro;
import org.duetdb.configure.payara.PayaraServer;
import org.duetdb.configure.wildfly.WildFlyServer;

/** The servers that the command line knows. */
final class Servers {

    private static final List<ServerConfigurator> ALL =
            List.of(new PayaraServer(), new PayaraMicro(), new WildFlyServer(), new LibertyServer());

    private Servers() {}

    static ServerConfigurator named(String name) {
        return ALL.stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigureException("DUET-503 no server is called " + name + "; name one of "
                        + ALL.stream().map(ServerConfigurator::name).collect(Collectors.joining(", "))));
    }

    /** Returns a line for each, with what its home is. */
    static String help() {
        return ALL.stream()
                .map(server -> "  " + server.name() + ": " + server.homeIs())
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
