package org.duetdb.preflight;

import java.util.List;

/**
 * Whether transactions over several databases can leave their records, as those of Duet's own datasource class do.
 *
 * @param all every database
 */
record RecordRules(List<Examined> all) {

    List<Finding> examine() {
        List<Examined> writers = all.stream().filter(Examined::isWrite).toList();
        return writers.stream()
                .filter(writer -> writers.size() > 1 && writer.answered() && !canRecord(writer.facts()))
                .map(RecordRules::unrecorded)
                .toList();
    }

    /** Another class leaves none. A standby has a finding of its own. */
    private static boolean canRecord(SessionFacts facts) {
        return facts.mayRecord() || facts.recovery() || !facts.driver().ofDuetsClass();
    }

    private static Finding unrecorded(Examined one) {
        String user = one.facts().user();
        return Finding.warning(
                one.binding(),
                "DUET-427 the user " + user + " may neither use the table duet.xa_record nor make it, so that a"
                        + " recovery after a crash that rolls back by mistake is not noticed",
                "run GRANT CREATE ON DATABASE " + one.facts().database() + " TO " + user
                        + ", or have an administrator make the table");
    }
}
