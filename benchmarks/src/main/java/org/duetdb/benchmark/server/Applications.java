package org.duetdb.benchmark.server;

import java.io.File;
import java.nio.file.Path;
import org.duetdb.DbSession;
import org.duetdb.benchmark.server.commit.CommitResource;
import org.duetdb.benchmark.server.jdbc.JdbcResource;
import org.duetdb.benchmark.server.plain.PlainResource;
import org.duetdb.benchmark.server.session.SessionResource;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.harness.CodeJar;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WARs. */
final class Applications {

    /** Under this name the application with raw JDBC is found; that with a session is at the root. */
    static final String JDBC = "jdbc";

    /** The same for the one that commits without Duet; that with sessions is at the root. */
    static final String PLAIN = "plain";

    /** WildFly hides modules that a deployment does not ask for; others do not read this. */
    private static final Asset DRIVER_IS_VISIBLE =
            new StringAsset("Manifest-Version: 1.0\nDependencies: org.postgresql\n");

    private Applications() {}

    static Path session(Path folder) {
        WebArchive archive = archive("session", SessionResource.class)
                .addAsLibrary(CodeJar.of(DbSession.class).toFile());
        return export(archive, folder);
    }

    static Path jdbc(Path folder) {
        return export(archive(JDBC, JdbcResource.class), folder);
    }

    /** The application that commits through sessions. */
    static Path commit(Path folder) {
        WebArchive archive = archive("commit", CommitResource.class)
                .addAsLibrary(CodeJar.of(DbSession.class).toFile());
        return export(archive, folder);
    }

    /**
     * The one that commits without Duet, with pools of its own for these two databases and the replica of the first.
     */
    static Path plain(Path folder, DatabaseSettings first, DatabaseSettings replica, DatabaseSettings second) {
        String pools = PlainPool.webXml(
                new PlainPool("first", first, true),
                new PlainPool("replica", replica, false),
                new PlainPool("second", second, true));
        WebArchive archive = archive(PLAIN, PlainResource.class)
                .setWebXML(new StringAsset(pools))
                .addAsManifestResource(DRIVER_IS_VISIBLE, "MANIFEST.MF");
        return export(archive, folder);
    }

    private static WebArchive archive(String name, Class<?> resource) {
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addPackage(resource.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static Path export(WebArchive archive, Path folder) {
        File file = folder.resolve(archive.getName()).toFile();
        archive.as(ZipExporter.class).exportTo(file);
        return file.toPath();
    }
}
