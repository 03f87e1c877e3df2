package org.duetdb.configure.wildfly;

import java.nio.file.Path;
import java.util.List;

/** The driver of PostgreSQL as a module of the server, and under a name that the pools know it by. */
final class DriverModule {

    /** The name of the driver in the datasources subsystem. */
    static final String DRIVER = "postgresql";

    private static final String MODULE = "org.postgresql";

    private static final List<String> DEPENDENCIES = List.of(
            "jakarta.transaction.api",
            "java.logging",
            "java.management",
            "java.naming",
            "java.security.jgss",
            "java.security.sasl",
            "java.sql",
            "java.transaction.xa",
            "java.xml");

    private final Path jar;

    DriverModule(Path jar) {
        this.jar = jar;
    }

    /** Returns what adds both where they are not there; a module that is there is kept as it is. */
    List<String> lines() {
        CliScript script = new CliScript();
        script.attempt(
                "module add --name=" + MODULE + " --resources="
                        + CliScript.quoted(jar.toAbsolutePath().toString()) + " --dependencies="
                        + String.join(",", DEPENDENCIES),
                "the module " + MODULE + " is there and is kept");
        String driver = "/subsystem=datasources/jdbc-driver=" + DRIVER;
        script.unlessPresent(
                driver,
                "(driver-name=" + DRIVER + ",driver-module-name=" + MODULE
                        + ",driver-xa-datasource-class-name=org.postgresql.xa.PGXADataSource)");
        return script.lines();
    }
}
