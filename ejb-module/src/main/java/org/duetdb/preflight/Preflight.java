package org.duetdb.preflight;

import java.lang.System.Logger.Level;
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
            Examined writer = writer(one, databases);
            if (one.answered()) {
                found.addAll(new RoleRules(writer.server()).examine(one));
                found.addAll(ServerRules.examine(one));
                found.addAll(DriverRules.examine(one));
            } else {
                found.add(new Finding(absence(one, writer), one.binding(), one.problem()));
            }
        }
        found.addAll(new LimitRules(databases).examine());
        found.addAll(new RecordRules(databases).examine());
        return new Preflight(databases, List.copyOf(found));
    }

    /** A replica that is away is not missed: the primary is read from. */
    private static Level absence(Examined one, Examined writer) {
        return one.binding().isReplicaOf(writer.binding()) && writer.answered() ? Level.WARNING : Level.ERROR;
    }

    private static Examined writer(Examined one, List<Examined> databases) {
        return databases.stream()
                .filter(other -> other.isWrite()
                        && other.binding().alias().equals(one.binding().alias()))
                .findFirst()
                .orElse(one);
    }

    /** Returns whether nothing stands that a required database is sure to fail by. */
    public boolean permitsStart() {
        return findings.stream().noneMatch(Finding::forbidsStart);
    }
}
