package org.duetdb.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.config.HealthSettings;
import org.duetdb.config.Problem;
import org.duetdb.config.Secret;
import org.duetdb.config.Settings;

/** The databases of an application. Immutable, for use by any thread. */
public final class Catalog {

    private final List<Binding> bindings;
    private final HealthSettings health;
    private final String node;
    private final Secret consistencyKey;

    private Catalog(List<Binding> bindings, Settings settings) {
        this.bindings = bindings;
        this.health = settings.health();
        this.node = settings.node();
        this.consistencyKey = settings.consistencyKey();
    }

    /**
     * Makes the catalog.
     *
     * @param settings what is configured
     * @param requirements what the application asks for
     * @throws CatalogException if anything is wrong with either
     */
    public static Catalog of(Settings settings, Collection<Requirement> requirements) throws CatalogException {
        List<Problem> problems = new ArrayList<>(settings.problems());
        problems.addAll(unknownAliases(settings, requirements));
        problems.addAll(sharedNames(settings.databases()));
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
        List<Binding> bindings = settings.databases().stream()
                .map(Binding::new)
                .sorted(Comparator.comparing(Binding::alias).thenComparing(Binding::role))
                .toList();
        return new Catalog(bindings, settings);
    }

    private static List<Problem> unknownAliases(Settings settings, Collection<Requirement> requirements) {
        Set<String> known = new TreeSet<>(settings.aliases());
        return requirements.stream()
                .distinct()
                .filter(requirement -> !known.contains(requirement.alias()))
                .map(requirement -> new Problem("DUET-005", describe(requirement, known)))
                .toList();
    }

    private static String describe(Requirement requirement, Set<String> known) {
        String alias = requirement.alias();
        return "no database has the alias " + alias + " that " + requirement.place() + " asks for; "
                + hint(alias, known);
    }

    private static String hint(String alias, Set<String> known) {
        String exist = known.isEmpty() ? "no alias is configured" : "configured are: " + String.join(", ", known);
        return exist + "; "
                + NearestName.to(alias, known)
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse("set database." + alias + ".url");
    }

    /** A datasource shared by two roles would let the read role write. */
    private static List<Problem> sharedNames(List<DatabaseSettings> databases) {
        return databases.stream().collect(Collectors.groupingBy(DatabaseSettings::jndiName)).values().stream()
                .filter(sharing -> sharing.size() > 1)
                .map(sharing -> new Problem(
                        "DUET-006",
                        sharing.stream()
                                        .map(one -> one.alias() + "/" + one.role())
                                        .collect(Collectors.joining(" and "))
                                + " have the same datasource " + sharing.get(0).jndiName()
                                + "; give each role a jndi-name of its own"))
                .toList();
    }

    /** Returns all bindings, by alias, the write role first. */
    public List<Binding> bindings() {
        return bindings;
    }

    /** Returns all aliases, sorted. */
    public Set<String> aliases() {
        return bindings.stream().map(Binding::alias).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns what to say to somebody who asks for an alias that does not exist: which do, and which is nearest. */
    public String hint(String alias) {
        return hint(alias, aliases());
    }

    /** Returns what signs the positions that clients carry; null if no database needs it. */
    public Secret consistencyKey() {
        return consistencyKey;
    }

    /** Returns the name of the application server among those that use the same databases; null if it has none. */
    public String node() {
        return node;
    }

    /** Returns what is configured of the health checks. */
    public HealthSettings health() {
        return health;
    }
}
