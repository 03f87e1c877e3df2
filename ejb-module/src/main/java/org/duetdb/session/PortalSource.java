package org.duetdb.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of a statement in the transaction of the session: the driver fetches them from the statement's portal. */
final class PortalSource implements RowSource {

    private final PreparedStatement statement;
    private final ResultSet result;

    private PortalSource(PreparedStatement statement, ResultSet result) {
        this.statement = statement;
        this.result = result;
    }

    static PortalSource open(Connection connection, StreamedStatement streamed) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(streamed.jdbc());
        try {
            streamed.bind(statement);
            statement.setFetchSize(streamed.fetchSize());
            return new PortalSource(statement, statement.executeQuery());
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    @Override
    public ResultSet next() throws SQLException {
        return result.next() ? result : null;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
