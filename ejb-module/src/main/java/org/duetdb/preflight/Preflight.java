package org.duetdb.preflight;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found out about all databases at one time.
 *
 * @param databases every database, in the catalog's order
 * @param findings all that is not as it should be
 */
public record Preflight(List<Examined> databases, List<Finding> findings) {

    /** Looks at what the databases told. */
    static Preflight of(List<Examined> databases) {
        List<Finding> found = new ArrayList<>();
        for (Examined one : databases) {
            if (one.answered()) {
                found.addAll(new RoleRules(writeServer(one, databases)).examine(one));
                found.addAll(ServerRules.examine(one));
                found.addAll(DriverRules.examine(one));
            } else {
                found.add(new Finding(System.Logger.Level.ERROR, one.binding(), one.problem()));
            }
        }
        found.addAll(new LimitRules(databases).examine());
        return new Preflight(databases, List.copyOf(found));
    }

    private static String writeServer(Examined one, List<Examined> databases) {
        return databases.stream()
                .filter(other -> other.isWrite()
                        && other.binding().alias().equals(one.binding().alias()))
                .findFirst()
                .orElse(one)
                .server();
    }

    /** Returns whether nothing stands that a required database is sure to fail by. */
    public boolean permitsStart() {
        return findings.stream().noneMatch(Finding::forbidsStart);
    }
}
