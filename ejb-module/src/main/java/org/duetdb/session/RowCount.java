package org.duetdb.session;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;

/** Executes for the effect, and counts the rows as the server's command tag does. */
final class RowCount {

    private RowCount() {}

    /** Executes all commands of the statement; rows that {@code RETURNING} gives are counted and dropped. */
    static long execute(PreparedStatement statement) throws SQLException {
        long count = 0;
        boolean rows = statement.execute();
        while (true) {
            if (rows) {
                count += countRows(statement);
            } else {
                long affected = statement.getLargeUpdateCount();
                if (affected < 0) {
                    return count;
                }
                count += affected;
            }
            rows = statement.getMoreResults();
        }
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

    static long executeBatch(PreparedStatement statement, Origin origin) throws SQLException {
        long count = 0;
        for (long affected : statement.executeLargeBatch()) {
            if (affected < 0) {
                throw new InvalidStatementException(
                        "DUET-215",
                        "the driver does not say how many rows the batch affected",
                        "remove reWriteBatchedInserts from the URL of the database",
                        origin,
                        null);
            }
            count += affected;
        }
        return count;
    }
}
