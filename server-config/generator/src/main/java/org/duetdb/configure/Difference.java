package org.duetdb.configure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is between the pools that a server has and those that it shall have.
 *
 * @param added pools that it lacks
 * @param changed pools that it has otherwise
 * @param removed pools of Duet's that nobody asks for any more
 */
public record Difference(List<PoolConfiguration> added, List<Change> changed, List<PoolConfiguration> removed) {

    private static final String HIDDEN = "(hidden)";

    /** Copies the lists. */
    public Difference {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** A pool as it is and as it shall be; both have the same name. */
    public record Change(PoolConfiguration present, PoolConfiguration desired) {

        /** Returns the name of the pool. */
        public String name() {
            return desired.name();
        }

        /** Returns the options to set, with their new values. */
        public Map<String, String> set() {
            Map<String, String> set = new TreeMap<>(desired.options());
            set.entrySet()
                    .removeIf(
                            option -> option.getValue().equals(present.options().get(option.getKey())));
            return set;
        }

        /** Returns the options that the pool has and shall not have, by name. */
        public List<String> unset() {
            return present.options().keySet().stream()
                    .filter(option -> !desired.options().containsKey(option))
                    .toList();
        }

        private List<String> lines() {
            var options = new TreeSet<>(present.options().keySet());
            options.addAll(desired.options().keySet());
            return options.stream()
                    .filter(option -> !Objects.equals(
                            present.options().get(option), desired.options().get(option)))
                    .map(option -> "~ " + name() + ": " + option + " is " + shown(option, present) + ", shall be "
                            + shown(option, desired))
                    .toList();
        }

        /** What stands in a server may be a password in clear text, which a reference shall take the place of. */
        private static String shown(String option, PoolConfiguration pool) {
            String value = pool.options().get(option);
            boolean secret = option.toLowerCase(Locale.ROOT).contains("password");
            return value == null ? "not set" : secret ? HIDDEN : value;
        }
    }

    /** Compares. */
    public static Difference between(Collection<PoolConfiguration> present, Collection<PoolConfiguration> desired) {
        Map<String, PoolConfiguration> before = byName(present);
        Map<String, PoolConfiguration> after = byName(desired);
        List<PoolConfiguration> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        for (PoolConfiguration pool : desired) {
            PoolConfiguration known = before.get(pool.name());
            if (known == null) {
                added.add(pool);
            } else if (!known.options().equals(pool.options())) {
                changed.add(new Change(known, pool));
            }
        }
        List<PoolConfiguration> removed =
                present.stream().filter(pool -> !after.containsKey(pool.name())).toList();
        return new Difference(added, changed, removed);
    }

    private static Map<String, PoolConfiguration> byName(Collection<PoolConfiguration> pools) {
        return pools.stream().collect(Collectors.toMap(PoolConfiguration::name, Function.identity()));
    }

    /** Returns whether there is none. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** Returns it as lines for a person, without passwords. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        added.forEach(pool -> lines.add("+ " + pool.name()));
        changed.forEach(change -> lines.addAll(change.lines()));
        removed.forEach(pool -> lines.add("- " + pool.name()));
        return lines;
    }
}
