package org.duetdb.datasource;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * What a connection tells of its driver.
 *
 * @param name the driver's name
 * @param version its version, in its own words
 * @param queryMode how it sends statements, as its property {@code preferQueryMode} has it; null if its classes cannot
 *     be seen from here
 * @param ofDuetsClass whether the connection was made by Duet's own datasource class
 */
public record DriverFacts(String name, String version, String queryMode, boolean ofDuetsClass) {

    /**
     * The client info by which Duet's own datasource class, and no other, answers whether nothing of a transaction is
     * left on the connection.
     */
    public static final String IS_CLEAN = "DuetIsClean";

    /**
     * Reads them; no statement is sent.
     *
     * @throws SQLException if the connection is closed
     */
    public static DriverFacts of(Connection connection) throws SQLException {
        DatabaseMetaData driver = connection.getMetaData();
        return new DriverFacts(
                driver.getDriverName(),
                driver.getDriverVersion(),
                queryMode(connection),
                connection.getClientInfo(IS_CLEAN) != null);
    }

    private static String queryMode(Connection connection) {
        try {
            return QueryMode.of(connection);
        } catch (NoClassDefFoundError | SQLException | ClassCastException driverNotVisible) {
            return null;
        }
    }

    /** Loaded only where the driver's classes are visible to the application. */
    private static final class QueryMode {

        private QueryMode() {}

        static String of(Connection connection) throws SQLException {
            return connection.isWrapperFor(PGConnection.class)
                    ? connection.unwrap(PGConnection.class).getPreferQueryMode().value()
                    : null;
        }
    }
}
