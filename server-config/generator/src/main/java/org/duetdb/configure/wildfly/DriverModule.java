package org.duetdb.configure.wildfly;

import java.nio.file.Path;
import java.util.List;
import org.duetdb.configure.PoolDefinition;

/**
 * The driver of PostgreSQL as a module of the server; and the datasource classes of the pools as another module on top
 * of it, under a name that the pools know it by. The driver may have been there before.
 */
final class DriverModule {

    /** The name of the driver, with our own datasource classes, in the datasources subsystem. */
    static final String DRIVER = "duet-postgresql";

    private static final String XA_MODULE = "org.duetdb.xa";

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
    private final Path xaJar;

    DriverModule(Path jar, Path xaJar) {
        this.jar = jar;
        this.xaJar = xaJar;
    }

    /** Returns what adds both where they are not there; a module that is there is kept as it is. */
    List<String> lines() {
        CliScript script = new CliScript();
        script.attempt(
                "module add --name=" + MODULE + " --resources="
                        + CliScript.quoted(jar.toAbsolutePath().toString()) + " --dependencies="
                        + String.join(",", DEPENDENCIES),
                "the module " + MODULE + " is there and is kept");
        // by its place, so that a newer one there is the module's
        script.attempt(
                "module add --name=" + XA_MODULE + " --absolute-resources="
                        + CliScript.quoted(xaJar.toAbsolutePath().toString()) + " --dependencies=" + MODULE
                        + ",java.naming,java.sql,java.transaction.xa",
                "the module " + XA_MODULE + " is there and is kept");
        script.unlessPresent(
                "/subsystem=datasources/jdbc-driver=" + DRIVER,
                "(driver-name=" + DRIVER + ",driver-module-name=" + XA_MODULE
                        + ",driver-class-name=org.duetdb.xa.DuetDriver,driver-xa-datasource-class-name="
                        + PoolDefinition.DATASOURCE_CLASS + ")");
        return script.lines();
    }
}
