package org.duetdb.preflight;

import java.util.ArrayList;
import java.util.List;
import org.duetdb.catalog.Binding;

/**
 * Whether a session can do what its role promises.
 *
 * @param writeServer the server of the write role of the same alias
 */
record RoleRules(String writeServer) {

    List<Finding> examine(Examined one) {
        List<Finding> found = new ArrayList<>();
        schema(one.binding(), one.facts(), found);
        if (one.isWrite()) {
            write(one.binding(), one.facts(), found);
        } else {
            read(one, found);
        }
        return found;
    }

    /** Not an error: an application may write the schema before every name. */
    private static void schema(Binding binding, SessionFacts facts, List<Finding> found) {
        if (facts.schema() == null) {
            found.add(Finding.warning(
                    binding,
                    "DUET-410 no schema of the search path exists",
                    "create one, or run ALTER ROLE " + facts.user() + " SET search_path = …"));
        } else if (!facts.usable()) {
            found.add(Finding.warning(
                    binding,
                    "DUET-410 the user " + facts.user() + " has no right on the schema " + facts.schema()
                            + ", the first of its search path",
                    "run GRANT USAGE ON SCHEMA " + facts.schema() + " TO " + facts.user()
                            + ", and grant the rights on its tables"));
        }
    }

    private static void write(Binding binding, SessionFacts facts, List<Finding> found) {
        if (facts.recovery()) {
            found.add(Finding.error(
                    binding,
                    "DUET-411 the server of the write role is a standby, which takes no writes",
                    "set " + binding.settings().addressKey() + " to the address of the primary"));
        } else if (facts.readOnly()) {
            found.add(Finding.error(
                    binding,
                    "DUET-412 transactions of the write role are read-only",
                    ReadOnlySource.of(facts).remedy(facts)));
        }
    }

    private void read(Examined one, List<Finding> found) {
        if (!one.facts().readOnly()) {
            found.add(writable(one));
        }
        if (!one.facts().recovery() && !one.server().equals(writeServer)) {
            found.add(Finding.warning(
                    one.binding(),
                    "DUET-414 the read role has a server of its own, and that is no standby: what is written does not"
                            + " reach it",
                    "set " + one.binding().settings().addressKey() + " to the address of a standby, or remove it"));
        }
    }

    /** A standby takes no writes as long as it is one. */
    private static Finding writable(Examined one) {
        String remedy = "make the pool from the configuration: options=-c default_transaction_read_only=on";
        return one.facts().recovery()
                ? Finding.warning(
                        one.binding(), "DUET-413 the read role could write if its server were promoted", remedy)
                : Finding.error(one.binding(), "DUET-413 the read role can write", remedy);
    }
}
