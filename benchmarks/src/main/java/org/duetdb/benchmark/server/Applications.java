package org.duetdb.benchmark.server;

import java.io.File;
import java.nio.file.Path;
import org.duetdb.DbSession;
import org.duetdb.benchmark.server.jdbc.JdbcResource;
import org.duetdb.benchmark.server.session.SessionResource;
import org.duetdb.harness.CodeJar;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The two WARs. */
final class Applications {

    /** Under this name the application with raw JDBC is found; that with a session is at the root. */
    static final String JDBC = "jdbc";

    private Applications() {}

    static Path session(Path folder) {
        WebArchive archive = archive("session", SessionResource.class)
                .addAsLibrary(CodeJar.of(DbSession.class).toFile());
        return export(archive, folder);
    }

    static Path jdbc(Path folder) {
        return export(archive(JDBC, JdbcResource.class), folder);
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
