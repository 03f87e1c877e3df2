package org.duetdb.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.duetdb.Origin;
import org.duetdb.sql.ParsedSql;
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

    private static final Pattern WRITES =
            Pattern.compile("\\s*(insert|update|delete|merge)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RETURNING = Pattern.compile("returning", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final RowBinder binder;
    private final ParsedSql sql;
    private final InsertText insert;

    /** Creates one. */
    public StatementBatch(Connection connection, ParameterBinder binder, ParsedSql sql, Origin origin) {
        this.connection = connection;
        this.binder = new RowBinder(binder, null, origin);
        this.sql = sql;
        this.insert = InsertText.of(sql);
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
        if (insert == null || insert.updates() || rows.length < MANY) {
            return false;
        }
        TargetTable table = TargetTable.ask(connection, insert.table());
        boolean same = insert.bare() && table.isPassive()
                || rows.length >= VERY_MANY && IndependentRows.areThoseOf(insert, connection);
        if (same) {
            new RowInsertion(connection, binder, insert).insert(rows, table, outcome);
        }
        return same;
    }

    private void executeEach(Object[][] lists, Outcome outcome) throws SQLException {
        // in this form the driver does not rewrite the batch, and so counts the rows
        String text = insert == null ? sql.jdbc() : insert.withRows(lists, 0, 1);
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            if (lists.length > 1 && isBatch(statement)) {
                executeBatches(statement, lists, outcome);
                return;
            }
            for (Object[] parameters : lists) {
                binder.bind(statement, 1, sql.order(), parameters);
                outcome.execute(statement);
            }
        }
    }

    private void executeBatches(PreparedStatement statement, Object[][] lists, Outcome outcome) throws SQLException {
        int added = 0;
        for (Object[] parameters : lists) {
            binder.bind(statement, 1, sql.order(), parameters);
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
        String text = sql.jdbc();
        int end = insert == null ? text.indexOf(';') : -1;
        if (end >= 0 && !text.substring(end + 1).isBlank()) {
            return false;
        }
        boolean returnsNothing =
                WRITES.matcher(text).lookingAt() && !RETURNING.matcher(text).find();
        return returnsNothing || statement.getMetaData() == null;
    }
}
