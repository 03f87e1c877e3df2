package org.duetdb.configure.liberty;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PoolDefinition;

/**
 * The file of Liberty's configuration that is Duet's. It is written whole: what it does not say any more is gone, also
 * from a server that runs, which reads it again.
 *
 * <p>The driver belongs into {@code lib/global} of the server: there it is one library for the pools and for the
 * applications, which then see what the database says of an error.
 *
 * @param pools the pools that stand in it
 */
public record DropinFile(List<PoolConfiguration> pools) {

    /** Where it belongs, from the folder of the server: that with {@code server.xml}. */
    public static final String PATH = "configDropins/overrides/duet.xml";

    /** Where the driver belongs, from the folder of the server. */
    public static final String DRIVER_FOLDER = "lib/global";

    static final String DRIVER = "duet-postgresql";
    static final String IDENTIFY = "identifyException";

    /** An administrator's command, a crash, and a server that starts or ends; Liberty knows those of class 08. */
    static final List<String> STATES_OF_A_DEAD_CONNECTION = List.of("57P01", "57P02", "57P03");

    private static final List<String> FEATURES = List.of("webProfile-10.0", "microProfile-6.1");

    private static final Map<String, String> RECOVERY =
            Map.of("recoverOnStartup", "true", "heuristicRetryInterval", "10s");

    /** Copies the list. */
    public DropinFile {
        pools = List.copyOf(pools);
    }

    /** Returns its text, for UTF-8. The same pools give the same text. */
    public String text() {
        XmlText xml = new XmlText();
        xml.begin("server", Map.of("description", "Made by Duet from database.*: changes are lost"));
        xml.begin("featureManager", Map.of());
        FEATURES.forEach(feature -> xml.text("feature", feature));
        xml.end("featureManager");
        xml.empty("transaction", RECOVERY);
        xml.empty(
                "jdbcDriver",
                Map.of(
                        "id",
                        DRIVER,
                        "libraryRef",
                        "global",
                        "javax.sql.XADataSource",
                        PoolDefinition.DATASOURCE_CLASS));
        pools.forEach(pool -> dataSource(xml, pool));
        xml.end("server");
        return xml.toString();
    }

    private static void dataSource(XmlText xml, PoolConfiguration pool) {
        Map<String, Map<String, String>> elements = elements(pool);
        Map<String, String> attributes = elements.remove("");
        attributes.put("id", pool.name());
        Map<String, String> failures = elements.remove(IDENTIFY);
        xml.begin("dataSource", attributes);
        elements.forEach(xml::empty);
        failures.forEach((state, as) -> xml.empty(IDENTIFY, Map.of("sqlState", state, "as", as)));
        xml.end("dataSource");
    }

    /** The options by the element that they belong to; those of the datasource itself have none. */
    private static Map<String, Map<String, String>> elements(PoolConfiguration pool) {
        Map<String, Map<String, String>> elements = new TreeMap<>();
        pool.options().forEach((option, value) -> {
            int dot = option.indexOf('.');
            elements.computeIfAbsent(dot < 0 ? "" : option.substring(0, dot), element -> new TreeMap<>())
                    .put(option.substring(dot + 1), value);
        });
        return elements;
    }
}
