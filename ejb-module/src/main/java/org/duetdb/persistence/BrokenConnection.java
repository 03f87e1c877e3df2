package org.duetdb.persistence;

import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import java.sql.Connection;
import java.sql.SQLException;
import org.duetdb.DuetException;
import org.duetdb.Origin;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.session.SqlFailures;

/** Whether a connection is to blame for what a provider says: that may be in words of its own, without a cause. */
final class BrokenConnection {

    private static final int SECONDS_TO_ANSWER = 1;
    private static final String CONNECTION_FAILURE = "08006";

    private BrokenConnection() {}

    /** Returns the exception to throw for one of work that the session is lending its connection to. */
    static RuntimeException blamedFor(RuntimeException failure, JdbcDbSession session, Origin origin) {
        return isAnswer(failure) || isAlive(session)
                ? failure
                : SqlFailures.translate(new SQLException("the connection broke", CONNECTION_FAILURE, failure), origin);
    }

    private static boolean isAnswer(RuntimeException failure) {
        return failure instanceof DuetException
                || failure instanceof NoResultException
                || failure instanceof NonUniqueResultException;
    }

    /** Asks the server for a sign of life; a transaction in it stays as it is. */
    private static boolean isAlive(JdbcDbSession session) {
        try (Connection connection = session.lend()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException | RuntimeException broken) {
            return false;
        }
    }
}
