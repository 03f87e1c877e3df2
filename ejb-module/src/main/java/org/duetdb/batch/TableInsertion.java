package org.duetdb.batch;

import java.sql.Connection;
import java.sql.SQLException;
import org.duetdb.Origin;
import org.duetdb.type.ParameterBinder;

/**
 * Inserts rows into a table.
 *
 * @param table the table, quoted
 * @param conflict what becomes of rows that exist
 * @param returning what stands behind {@code RETURNING}; empty for nothing
 */
public record TableInsertion(
        Connection connection,
        ParameterBinder binder,
        Origin origin,
        String table,
        OnConflict conflict,
        String returning) {

    /** Inserts the rows of a part. */
    public void insert(InsertPlan.Part part, Outcome outcome) throws SQLException {
        RowBinder rowBinder = new RowBinder(binder, part.columns().names(), origin);
        new RowInsertion(connection, rowBinder, text(part.columns())).insert(part.rows(), outcome);
    }

    private InsertText text(ColumnSet columns) {
        String clause = conflict.clause(columns);
        String tail = returning.isEmpty() ? clause : clause + " RETURNING " + returning;
        return InsertText.of(table, columns.names(), tail, conflict.updates(), !returning.isEmpty());
    }
}
