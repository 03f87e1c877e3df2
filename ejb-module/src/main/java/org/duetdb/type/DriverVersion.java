package org.duetdb.type;

import java.lang.module.ModuleDescriptor.Version;
import java.sql.ResultSetMetaData;

/** What depends on the version of the driver, told from the manifest of its jar. */
final class DriverVersion {

    private static final Version FIRST_WITH_JSONB = Version.parse("42.7.11");

    private DriverVersion() {}

    /**
     * Returns whether the driver gives {@code jsonb} another class than a text. Older ones do not, and of one that
     * hides behind a wrapper it is not known.
     */
    static boolean knowsJsonb(ResultSetMetaData columns) {
        Package driver = columns.getClass().getPackage();
        String version = driver.getName().startsWith("org.postgresql") ? driver.getImplementationVersion() : null;
        return version != null && Version.parse(version).compareTo(FIRST_WITH_JSONB) >= 0;
    }
}
