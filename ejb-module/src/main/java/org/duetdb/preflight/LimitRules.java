package org.duetdb.preflight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether the limits of the servers suffice for the pools. Pools on the same server share them.
 *
 * @param all every database
 */
record LimitRules(List<Examined> all) {

    List<Finding> examine() {
        List<Finding> found = new ArrayList<>();
        if (all.stream().filter(Examined::isWrite).count() > 1) {
            servers(Examined::isWrite).forEach(pools -> prepared(pools, found));
        }
        servers(one -> true).forEach(pools -> connections(pools, found));
        return found;
    }

    private Collection<List<Examined>> servers(Predicate<Examined> wanted) {
        return all.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(Examined::server, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** A standby says nothing of it: it has a finding of its own. */
    private static void prepared(List<Examined> pools, List<Finding> found) {
        Examined told = speaker(pools);
        if (told == null || told.facts().recovery()) {
            return;
        }
        int limit = told.facts().preparedTransactions();
        int most = connections(pools);
        if (limit == 0) {
            found.add(Finding.warning(
                    told.binding(),
                    "DUET-417 max_prepared_transactions is 0, so that transactions that write to several databases"
                            + " cannot commit",
                    remedy("max_prepared_transactions", most)));
        } else if (limit < most) {
            found.add(Finding.warning(
                    told.binding(),
                    "DUET-418 max_prepared_transactions is " + limit + ", and " + most
                            + " transactions can be prepared at once: the max-size of " + names(pools),
                    remedy("max_prepared_transactions", most)));
        }
    }

    private static void connections(List<Examined> pools, List<Finding> found) {
        Examined told = speaker(pools);
        if (told == null) {
            return;
        }
        int limit = told.facts().connections();
        int most = connections(pools);
        if (limit < most) {
            found.add(Finding.warning(
                    told.binding(),
                    "DUET-419 the server has " + limit + " connections to give, and the pools may take " + most
                            + ": the max-size of " + names(pools),
                    "lower max-size, or raise max_connections by " + (most - limit)));
        }
    }

    private static String remedy(String setting, int value) {
        return "run ALTER SYSTEM SET " + setting + " = " + value
                + ", times the number of application servers, and restart PostgreSQL";
    }

    private static int connections(List<Examined> pools) {
        return pools.stream().mapToInt(Examined::maxSize).sum();
    }

    private static String names(List<Examined> pools) {
        return pools.stream().map(one -> one.binding().name()).collect(Collectors.joining(" and "));
    }

    /** Returns who speaks for the server: one that is required, if there is one. */
    private static Examined speaker(List<Examined> pools) {
        List<Examined> answered = pools.stream().filter(Examined::answered).toList();
        return answered.stream()
                .filter(one -> one.binding().settings().required())
                .findFirst()
                .orElse(answered.isEmpty() ? null : answered.get(0));
    }
}
