package org.duetdb.demo;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duetdb.catalog.Catalog;
import org.duetdb.catalog.CatalogException;
import org.duetdb.config.Settings;
import org.duetdb.embedded.EmbeddedDatabases;
import org.duetdb.payara.PayaraMicro;

/** Starts everything, says where it is, and stops everything when it is told to. */
public final class Demo {

    /**
     * Above that of system properties and the environment: the embedded databases are the demo's, whatever else is set.
     */
    private static final int ORDINAL = 500;

    private final PrintStream out;
    private final Shutdown shutdown = new Shutdown();

    private Demo(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the demo until it is told to end.
     *
     * <p>System properties: {@code duet.http.port} (8080; 0 for a free one), {@code duet.demo.server},
     * {@code duet.demo.driver} and {@code duet.demo.application} (the jars and the WAR), {@code duet.demo.log} (where
     * the server's log goes).
     */
    public static void main(String[] arguments) throws Exception {
        new Demo(System.out).run();
    }

    private void run() throws Exception {
        int port = HttpPort.choose(Integer.getInteger("duet.http.port", 8080));
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::close, "duet-demo-shutdown"));
        ServerOutput output = shutdown.add(new ServerOutput(file("duet.demo.log"), out));
        try {
            out.println("Starting three PostgreSQL clusters …");
            EmbeddedDatabases databases =
                    shutdown.add(EmbeddedDatabases.builder().shutdownHook(false).start());
            out.println("Starting Payara Micro …");
            PayaraMicro server = shutdown.add(PayaraMicro.start(launch(port, databases.configuration()), output));
            ApplicationReadiness.await(port, output);
            Announcement.print(out, port, databases.viewerUrls(), output.path());
            server.onExit().join();
            shutdown.throwUnlessClosed("Payara Micro has ended; its log is " + output.path());
        } catch (Exception failure) {
            shutdown.close();
            throw failure;
        }
    }

    private static PayaraMicro.Launch launch(int port, Map<String, String> configuration) throws CatalogException {
        return new PayaraMicro.Launch(
                file("duet.demo.server"),
                file("duet.demo.driver"),
                file("duet.demo.application"),
                port,
                catalog(configuration),
                configuration);
    }

    /** The same keys that the application reads, from the same environment: there is no second place to write a URL. */
    private static Catalog catalog(Map<String, String> configuration) throws CatalogException {
        var config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .withSources(new PropertiesConfigSource(configuration, "embedded databases", ORDINAL))
                .build();
        return Catalog.of(Settings.read(config, Set.of()), List.of());
    }

    private static Path file(String property) {
        String file = System.getProperty(property);
        if (file == null) {
            throw new IllegalStateException("the system property " + property + " names no file");
        }
        return Path.of(file).toAbsolutePath();
    }
}
