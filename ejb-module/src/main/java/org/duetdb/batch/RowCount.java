package org.duetdb.batch;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Executes for the effect, and counts the rows as the server's command tag does. */
public final class RowCount {

    private static final int NO_MORE = -1;

    private RowCount() {}

    /** Executes all commands of the statement; rows that {@code RETURNING} gives are counted and dropped. */
    public static long execute(PreparedStatement statement) throws SQLException {
        long count = 0;
        boolean rows = statement.execute();
        while (true) {
            if (rows) {
                count += countRows(statement);
            } else {
                int affected = statement.getUpdateCount();
                if (affected == NO_MORE) {
                    return count;
                }
                count += known(affected);
            }
            rows = statement.getMoreResults();
        }
    }

    /** Executes the one command of the statement: it need not be asked for further results. */
    public static long executeOne(PreparedStatement statement) throws SQLException {
        if (statement.execute()) {
            return countRows(statement);
        }
        int affected = statement.getUpdateCount();
        return affected == NO_MORE ? 0 : known(affected);
    }

    private static long countRows(PreparedStatement statement) throws SQLException {
        long count = 0;
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                count++;
            }
        }
        return count;
    }

    /**
     * Executes what has been added to the statement as a batch; it returns no rows, the driver would not count them.
     */
    static long executeBatch(PreparedStatement statement) throws SQLException {
        long count = 0;
        for (int affected : statement.executeBatch()) {
            count += known(affected);
        }
        return count;
    }

    /** The driver does not count where it rewrites batches, nor beyond two thousand million. */
    private static int known(int affected) throws SQLException {
        if (affected < 0) {
            throw new SQLException(
                    "the driver does not say how many rows were affected; remove reWriteBatchedInserts from the URL",
                    "0A000");
        }
        return affected;
    }
}
