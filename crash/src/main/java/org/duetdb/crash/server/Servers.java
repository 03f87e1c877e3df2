package org.duetdb.crash.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.duetdb.embedded.RunFolder;

/** The servers that there are, by the names that the command line has for them. */
public enum Servers {
    /** Payara Micro. */
    PAYARA_MICRO("payara-micro", MicroServer::install),
    /** Payara Server. */
    PAYARA_SERVER("payara-server", DomainServer::install),
    /** WildFly. */
    WILDFLY("wildfly", WildFlyServer::install),
    /** Open Liberty. */
    LIBERTY("liberty", LibertyServer::install);

    /** Writes what a server starts with. */
    @FunctionalInterface
    private interface Installation {
        Launch install(RunFolder folder, Map<String, String> configuration) throws IOException, InterruptedException;
    }

    private final String word;
    private final Installation installation;

    Servers(String word, Installation installation) {
        this.word = word;
        this.installation = installation;
    }

    /**
     * Returns one by its name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Servers of(String word) {
        for (Servers server : values()) {
            if (server.word.equals(word)) {
                return server;
            }
        }
        throw new IllegalArgumentException("there is no server " + word);
    }

    /**
     * Installs it in a folder of its own, and does not start it.
     *
     * @param configuration what the application is told, and what the pools are made from
     */
    public ApplicationServer install(Map<String, String> configuration) throws IOException, InterruptedException {
        RunFolder folder = RunFolder.create();
        try {
            return new LeashedServer(folder, installation.install(folder, configuration));
        } catch (IOException | InterruptedException | RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    /** Returns the folder in which the servers were unpacked. */
    static Path folder() {
        return Path.of(System.getProperty("crash.folder"));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Returns its name. */
    @Override
    public String toString() {
        return word;
    }
}
