package org.duetdb.simulation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A database with one table of numbers, which are unique, and must not be negative when they are committed. */
final class SimulatedDatabase {

    private final String alias;
    private final Set<Integer> committed = new TreeSet<>();

    SimulatedDatabase(String alias) {
        this.alias = alias;
    }

    String alias() {
        return alias;
    }

    /** Returns what everybody sees. */
    Set<Integer> committed() {
        return committed;
    }

    /** Makes it a replica that has replayed everything. */
    void replay(SimulatedDatabase primary) {
        committed.addAll(primary.committed);
    }

    void add(Collection<Integer> ids) {
        committed.addAll(ids);
    }

    /** Executes what reads or writes rows, in a transaction that has written some already. */
    Answer execute(Statement statement, List<Integer> written) throws SQLException {
        switch (statement.verb()) {
            case INSERT -> {
                Integer id = statement.parameters().get(0);
                if (committed.contains(id) || written.contains(id)) {
                    throw DriverErrors.said("23505", "duplicate key value violates unique constraint");
                }
                written.add(id);
                return statement.isQuery() ? Answer.rows(List.of(id)) : Answer.count(1);
            }
            case SELECT -> {
                return Answer.rows(select(statement, written));
            }
            default -> throw DriverErrors.said("42P01", "relation does not exist");
        }
    }

    private List<Integer> select(Statement statement, List<Integer> written) {
        List<Integer> all = new ArrayList<>(committed);
        all.addAll(written);
        if (!statement.parameters().isEmpty()) {
            all.retainAll(statement.parameters());
        }
        return all;
    }
}
