package org.duetdb.preflight;

import java.lang.module.ModuleDescriptor.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duetdb.datasource.DriverFacts;

/** Whether a driver, and how it is set, is one that Duet is for. */
final class DriverRules {

    /** Older ones do not know SCRAM, PostgreSQL's own way to check passwords. */
    static final Version OLDEST = Version.parse("42.2.0");

    /** The oldest that has been tried. */
    static final Version TRIED_FROM = Version.parse("42.7.8");

    /** The newest that has been tried. */
    static final Version TRIED_TO = Version.parse("42.7.14");

    private static final String NAME = "PostgreSQL JDBC Driver";

    private DriverRules() {}

    static List<Finding> examine(Examined one) {
        List<Finding> found = new ArrayList<>();
        DriverFacts driver = one.facts().driver();
        if ("simple".equals(driver.queryMode())) {
            found.add(Finding.error(
                    one.binding(),
                    "DUET-423 the driver sends values within the text of statements (preferQueryMode=simple), which"
                            + " Duet does not support",
                    "remove preferQueryMode from the URL"));
        }
        if (NAME.equals(driver.name()) && Character.isDigit(driver.version().charAt(0))) {
            Map<String, String> properties = one.binding().settings().address().properties();
            found.addAll(version(one, Version.parse(driver.version()), properties));
        }
        return found;
    }

    private static List<Finding> version(Examined one, Version version, Map<String, String> properties) {
        if (version.compareTo(OLDEST) < 0) {
            return List.of(Finding.error(
                    one.binding(),
                    "DUET-420 the driver is " + version + ", older than Duet needs",
                    "give the server " + OLDEST + " or newer, best " + TRIED_TO));
        }
        List<Finding> found = new ArrayList<>();
        KnownDefect.of(version, properties)
                .forEach(defect -> found.add(Finding.warning(
                        one.binding(),
                        defect.code() + " the driver is " + version + ": " + defect.what(),
                        "give the server " + defect.fixed() + " or newer, best " + TRIED_TO)));
        if (version.compareTo(TRIED_FROM) < 0 || version.compareTo(TRIED_TO) > 0) {
            found.add(Finding.notice(
                    one.binding(),
                    "DUET-422 the driver is " + version + ", which Duet has not been tried with",
                    "nothing has to be done if it works; tried are " + TRIED_FROM + " to " + TRIED_TO));
        }
        return found;
    }
}
