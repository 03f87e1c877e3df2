package org.duetdb.config;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duetdb.Database;
import org.duetdb.Role;
import org.eclipse.microprofile.config.Config;

/**
 * Finds the names of the aliases.
 *
 * <p>Names come from {@code database.aliases}, from every property {@code database.<alias>.url} (or {@code .host}),
 * from the injection points, and last from environment variables, whose form {@code DATABASE_<ALIAS>_URL} leaves open
 * how the name is really written: such a variable makes a name of its own only where no other name has that form.
 */
final class AliasNames {

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private static final Pattern PROPERTY = Pattern.compile("database\\.([^.]+)\\.(?:read\\.)?(?:url|host)");
    private static final Pattern VARIABLE = Pattern.compile("DATABASE_(.+?)(?:_READ)?_(?:URL|HOST)");

    /** {@code database.read.url} is the address of the read role of the default alias. */
    private static final String RESERVED = Role.READ.toString();

    private final Config config;
    private final Set<String> names = new TreeSet<>();

    AliasNames(Config config) {
        this.config = config;
    }

    /** Returns the names, sorted; {@code asked} are those that injection points name. */
    Set<String> find(Set<String> asked) {
        config.getOptionalValue("database.aliases", String.class).ifPresent(this::addListed);
        collect(PROPERTY, name -> !name.equals(RESERVED));
        asked.stream().filter(this::hasAddress).forEach(names::add);
        if (hasValue("database.url")) {
            names.add(Database.DEFAULT_ALIAS);
        }
        collect(
                VARIABLE,
                name -> !name.equalsIgnoreCase(RESERVED)
                        && names.stream().noneMatch(known -> variableForm(known).equals(name)));
        return names;
    }

    private void addListed(String list) {
        for (String name : list.split(",")) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
    }

    private void collect(Pattern pattern, Predicate<String> wanted) {
        for (String property : config.getPropertyNames()) {
            Matcher matcher = pattern.matcher(property);
            if (matcher.matches() && wanted.test(matcher.group(1)) && hasValue(property)) {
                boolean variable = pattern == VARIABLE;
                names.add(variable ? matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-') : matcher.group(1));
            }
        }
    }

    /** Returns whether a name is one that an alias may have. */
    static boolean isAllowed(String alias) {
        return FORM.matcher(alias).matches() && !alias.equals(RESERVED);
    }

    private boolean hasAddress(String alias) {
        return hasValue("database." + alias + ".url") || hasValue("database." + alias + ".host");
    }

    private boolean hasValue(String key) {
        return config.getOptionalValue(key, String.class).isPresent();
    }

    private static String variableForm(String alias) {
        return alias.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
