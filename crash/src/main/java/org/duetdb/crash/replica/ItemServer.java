package org.duetdb.crash.replica;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.duetdb.DbSession;
import org.duetdb.configure.PropertyCatalog;
import org.duetdb.crash.replica.application.ItemResource;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.RunFolder;
import org.duetdb.harness.CodeJar;
import org.duetdb.payara.PayaraMicro;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.postgresql.Driver;

/** Payara Micro with the application. */
final class ItemServer implements AutoCloseable {

    private final RunFolder folder;
    private final PayaraMicro server;
    private final int port;

    private ItemServer(RunFolder folder, PayaraMicro server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /** Starts it with the addresses of the two roles. */
    static ItemServer start(String write, String read) {
        Map<String, String> configuration = new HashMap<>(Map.of(
                "database.default.url", write,
                "database.default.read.url", read,
                "database.default.consistency", "session",
                "database.default.consistency-wait", "PT0.02S",
                "duet.consistency.key", "only this harness has this key"));
        RunFolder folder = RunFolder.create();
        try {
            int port = FreePort.pick();
            PayaraMicro.Launch launch = new PayaraMicro.Launch(
                    Path.of(System.getProperty("crash.folder"), "payara-micro.jar"),
                    CodeJar.of(Driver.class),
                    application(folder.path()),
                    port,
                    PropertyCatalog.of(configuration),
                    configuration);
            return new ItemServer(folder, PayaraMicro.start(launch, line -> {}), port);
        } catch (RuntimeException | Error failure) {
            folder.close();
            throw failure;
        }
    }

    private static Path application(Path folder) {
        WebArchive archive = ShrinkWrap.create(WebArchive.class, "items.war")
                .addPackage(ItemResource.class.getPackage())
                .addAsLibrary(CodeJar.of(DbSession.class).toFile())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        File file = folder.resolve(archive.getName()).toFile();
        archive.as(ZipExporter.class).exportTo(file);
        return file.toPath();
    }

    Items items() {
        return new Items(port);
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }
}
