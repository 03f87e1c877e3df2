package org.duetdb.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.duetdb.Origin;
import org.duetdb.type.ParameterBinder;

/**
 * Executes a statement for many lists of parameters, with the effect and the count of executing it for each. It is for
 * the caller to make that all or nothing.
 */
public final class StatementBatch {

    /** From here on it pays to ask for the columns of the table. */
    private static final int MANY = 100;

    /** From here on it pays to ask what else happens when a row is inserted. */
    private static final int VERY_MANY = 400;

    private static final int LISTS_AT_ONCE = 1_024;

    private final Connection connection;
    private final RowBinder binder;
    private final BatchText text;

    /** Creates one. */
    public StatementBatch(Connection connection, ParameterBinder binder, BatchText text, Origin origin) {
        this.connection = connection;
        this.binder = new RowBinder(binder, null, origin);
        this.text = text;
    }

    /** Executes the statement for each list, and returns how many rows were affected. */
    public long execute(Object[][] lists) throws SQLException {
        AffectedRows affected = new AffectedRows();
        if (!inserted(lists, affected)) {
            executeEach(lists, affected);
        }
        return affected.count();
    }

    /** Inserts the rows by few statements, if that is sure to be the same. */
    private boolean inserted(Object[][] rows, Outcome outcome) throws SQLException {
        InsertText insert = text.insert();
        if (insert == null || insert.updates()) {
            return false;
        }
        boolean veryMany = rows.length >= VERY_MANY;
        if (!veryMany && (rows.length < MANY || !insert.bare() || !text.isPassive())) {
            return false;
        }
        TargetTable table = insert.bare() ? TargetTable.ask(connection, insert.table()) : null;
        text.setPassive(table == null || table.isPassive());
        boolean same = table != null && table.isPassive() || veryMany && IndependentRows.areThoseOf(insert, connection);
        if (same) {
            new RowInsertion(connection, binder, insert).insert(rows, table, outcome);
        }
        return same;
    }

    private void executeEach(Object[][] lists, Outcome outcome) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text.single())) {
            if (isBatch(statement)) {
                executeBatches(statement, lists, outcome);
                return;
            }
            for (Object[] parameters : lists) {
                binder.bind(statement, 1, text.sql().order(), parameters);
                outcome.execute(statement);
            }
        }
    }

    private void executeBatches(PreparedStatement statement, Object[][] lists, Outcome outcome) throws SQLException {
        int added = 0;
        for (Object[] parameters : lists) {
            binder.bind(statement, 1, text.sql().order(), parameters);
            statement.addBatch();
            if (++added % LISTS_AT_ONCE == 0) {
                outcome.executeBatch(statement);
            }
        }
        if (added % LISTS_AT_ONCE != 0) {
            outcome.executeBatch(statement);
        }
    }

    /**
     * The driver miscounts a batch of statements that return rows, and fails at one of several statements at a time.
     */
    private boolean isBatch(PreparedStatement statement) throws SQLException {
        return !text.isSeveralStatements() && (text.isReturningNothing() || statement.getMetaData() == null);
    }
}
