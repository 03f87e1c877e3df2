package org.duetdb.configure.payara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duetdb.configure.PoolConfiguration;

/**
 * The file that Payara Micro reads before it boots. It is all that Payara Micro has: its {@code domain.xml} is made
 * anew at each start. What stands in it is read back to tell what a new one would change.
 */
final class BootFile {

    private static final String SETTINGS = "configs.config.server-config.";
    private static final Pattern WORD = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"|(\\S+)");
    private static final Pattern OPTION = Pattern.compile("--([a-z]+)=(.*)");

    private final Map<String, String> server = new TreeMap<>();
    private final Map<String, Map<String, String>> pools = new LinkedHashMap<>();

    private BootFile() {}

    /** Returns the lines of the file. */
    static List<String> lines(PoolConfiguration server, List<PoolConfiguration> pools) {
        List<String> lines = new ArrayList<>();
        server.options()
                .forEach((option, value) ->
                        lines.add("set " + Quoting.BOOT_FILE.quoted(SETTINGS + option + "=" + value)));
        lines.add(ServerSetting.MONITORING.command());
        pools.forEach(pool -> lines.addAll(CreateCommands.of(pool, Quoting.BOOT_FILE)));
        return lines;
    }

    /** Returns what stands in a file: nothing if there is none. */
    static List<PoolConfiguration> present(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        BootFile content = new BootFile();
        for (String line : Files.readAllLines(file)) {
            content.read(line);
        }
        List<PoolConfiguration> present = new ArrayList<>();
        present.add(new PoolConfiguration(ServerSetting.NAME, content.server));
        content.pools.forEach((name, options) -> present.add(new PoolConfiguration(name, options)));
        return present;
    }

    private void read(String line) {
        List<String> words = words(line);
        if (line.startsWith("set ") && words.get(1).startsWith(SETTINGS)) {
            String[] setting = words.get(1).substring(SETTINGS.length()).split("=", 2);
            server.put(setting[0], setting.length > 1 ? setting[1] : "");
        } else if (line.startsWith("create-jdbc-connection-pool ")) {
            pools.put(words.get(words.size() - 1), pool(words));
        } else if (line.startsWith("create-jdbc-resource ")) {
            String pool = options(words).get("connectionpoolid");
            pools.getOrDefault(pool, new TreeMap<>()).put(PayaraPool.JNDI_NAME, words.get(words.size() - 1));
        }
    }

    private static Map<String, String> pool(List<String> words) {
        Map<String, String> given = options(words);
        Map<String, String> pool = new TreeMap<>();
        for (PoolAttribute attribute : PoolAttribute.values()) {
            pool.put(attribute.attribute(), given.getOrDefault(attribute.option(), attribute.standard()));
        }
        PropertyList.parse(given.getOrDefault("property", ""))
                .forEach((name, value) -> pool.put(PayaraPool.PROPERTY + name, value));
        return pool;
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new TreeMap<>();
        words.stream()
                .map(OPTION::matcher)
                .filter(Matcher::matches)
                .forEach(option -> options.put(option.group(1), option.group(2)));
        return options;
    }

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }
}
