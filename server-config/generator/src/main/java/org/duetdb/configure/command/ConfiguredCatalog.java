package org.duetdb.configure.command;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.duetdb.catalog.Catalog;
import org.duetdb.catalog.CatalogException;
import org.duetdb.config.Settings;
import org.duetdb.configure.ConfigureException;
import org.eclipse.microprofile.config.Config;

/** The databases, read as the application reads them. */
final class ConfiguredCatalog {

    /** Where an application's own file stands; each further one counts for more, and all for less than 300. */
    private static final int FIRST_ORDINAL = 100;

    private ConfiguredCatalog() {}

    /**
     * Reads system properties, the environment and files, in the order in which one counts for more than the next; of
     * files the last.
     *
     * @param home where the server is, by which it is named if the configuration does not name it
     * @throws CatalogException with all that is wrong with the configuration
     * @throws ConfigureException if a file cannot be read, or no database is configured
     */
    static Catalog read(List<Path> files, Path home) throws CatalogException, IOException {
        Catalog catalog = Catalog.of(Settings.read(config(files, home), Set.of()), List.of());
        if (catalog.bindings().isEmpty()) {
            // not an empty catalog: every pool of the server's would be removed
            throw new ConfigureException(
                    "DUET-504 no database is configured; name a file that has database.<alias>.url with --config");
        }
        return catalog;
    }

    private static Config config(List<Path> files, Path home) throws IOException {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().addDefaultInterceptors().addSystemSources();
        builder.withDefaultValue("duet.node", DefaultNode.of(home));
        int ordinal = FIRST_ORDINAL;
        for (Path file : files) {
            builder.withSources(source(file, ordinal++));
        }
        return builder.build();
    }

    private static PropertiesConfigSource source(Path file, int ordinal) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ConfigureException(
                        "DUET-504 there is no file " + file + "; name a file of properties with --config");
            }
            return new PropertiesConfigSource(file.toUri().toURL(), ordinal);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ConfigureException(
                    "DUET-504 " + file + " is not a file of properties that can be read; mend it", unreadable);
        }
    }
}
