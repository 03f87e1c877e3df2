package org.duetdb.crash.server;

import java.io.File;
import java.nio.file.Path;
import org.duetdb.DbSession;
import org.duetdb.crash.application.TransferApplication;
import org.duetdb.crash.hook.HookedXADataSource;
import org.duetdb.harness.CodeJar;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.postgresql.Driver;

/** The archives that every server gets. */
final class Materials {

    private static final String XA_CLASSES = "org/duetdb/xa";

    private Materials() {}

    /** Writes the application, named so that it comes to the root of the context where the name decides. */
    static Path application(Path folder) {
        WebArchive archive = ShrinkWrap.create(WebArchive.class, "ROOT.war")
                .addPackage(TransferApplication.class.getPackage())
                .addAsLibrary(CodeJar.of(DbSession.class).toFile())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        return export(archive, folder);
    }

    /** Writes the driver with the hook in it, and with what the hook may be around. */
    static Path driver(Path folder) {
        JavaArchive archive = ShrinkWrap.create(ZipImporter.class, "hooked-postgresql.jar")
                .importFrom(CodeJar.of(Driver.class).toFile())
                .as(JavaArchive.class)
                .addPackage(HookedXADataSource.class.getPackage());
        if (Materials.class.getClassLoader().getResource(XA_CLASSES) != null) {
            archive.addPackage(XA_CLASSES.replace('/', '.'));
        }
        return export(archive, folder);
    }

    private static Path export(Archive<?> archive, Path folder) {
        File file = folder.resolve(archive.getName()).toFile();
        archive.as(ZipExporter.class).exportTo(file);
        return file.toPath();
    }
}
