package org.duetdb.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.duetdb.BulkInsert;
import org.duetdb.Origin;
import org.duetdb.Row;
import org.duetdb.batch.AffectedRows;
import org.duetdb.batch.ColumnSets;
import org.duetdb.batch.InputRow;
import org.duetdb.batch.InsertPlan;
import org.duetdb.batch.OnConflict;
import org.duetdb.batch.QuotedName;
import org.duetdb.batch.TableInsertion;

/**
 * Inserts into a table on the connection of a session.
 *
 * @param table the table, quoted
 */
record JdbcBulkInsert(SessionParticipant participant, SessionServices services, String table, OnConflict conflict)
        implements BulkInsert {

    @Override
    public BulkInsert skipExisting(String... key) {
        return new JdbcBulkInsert(participant, services, table, OnConflict.skip(key, origin()));
    }

    @Override
    public BulkInsert updateExisting(String... key) {
        return new JdbcBulkInsert(participant, services, table, OnConflict.update(key, origin()));
    }

    @Override
    public long insert(Collection<?> rows) {
        InsertPlan plan = plan(rows);
        if (rows.isEmpty()) {
            return 0;
        }
        return participant.atomically(connection -> {
            if (plan.reordered()) {
                return (long) returned(connection, plan, "").size();
            }
            AffectedRows affected = new AffectedRows();
            for (InsertPlan.Part part : plan.parts()) {
                insertion(connection, "").insert(part, affected);
            }
            return affected.count();
        });
    }

    @Override
    public List<Row> insertReturning(Collection<?> rows, String... columns) {
        List<String> names = columns == null ? List.of() : Arrays.asList(columns);
        names.forEach(name -> QuotedName.require(name, origin()));
        String returning = names.isEmpty() ? "*" : QuotedName.list(names);
        InsertPlan plan = plan(rows);
        if (rows.isEmpty()) {
            return List.of();
        }
        return participant.atomically(connection -> returned(connection, plan, returning));
    }

    private InsertPlan plan(Collection<?> rows) {
        participant.requireOpen();
        ColumnSets sets = new ColumnSets();
        List<InputRow> input = InputRows.of(rows, services, sets, origin());
        conflict.requireKey(input, origin());
        return InsertPlan.of(input, conflict, sets);
    }

    private List<Row> returned(Connection connection, InsertPlan plan, String returning) throws SQLException {
        KeyedRows keyed = plan.reordered() ? new KeyedRows(conflict.key(), origin()) : null;
        TableInsertion insertion = insertion(connection, keyed == null ? returning : keyed.returning(returning));
        ReturnedRows result = new ReturnedRows(services.generated(), origin());
        List<Row> rows = new ArrayList<>();
        for (InsertPlan.Part part : plan.parts()) {
            insertion.insert(part, result);
            rows.addAll(keyed == null ? result.take() : keyed.withoutKeys(result.take()));
        }
        return rows;
    }

    private TableInsertion insertion(Connection connection, String returning) {
        return new TableInsertion(connection, services.binder(), origin(), table, conflict, returning);
    }

    private Origin origin() {
        return participant.origin();
    }
}
