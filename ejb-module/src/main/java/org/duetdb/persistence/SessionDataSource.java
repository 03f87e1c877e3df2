package org.duetdb.persistence;

import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.duetdb.DatabaseException;
import org.duetdb.DuetException;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.session.BrokenConnection;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.session.LentConnection;
import org.duetdb.session.SqlFailures;

/**
 * The datasource of a provider: it gives out the connections of the request's session. So both see what the other has
 * done, and what fails in one counts in the other. Outside of requests it gives out those of the pool.
 */
final class SessionDataSource implements DataSource {

    private final ContainerDataSource source;
    private final Supplier<JdbcDbSession> session;

    /** Creates one; {@code session} gives that of the current request, or null. */
    SessionDataSource(ContainerDataSource source, Supplier<JdbcDbSession> session) {
        this.source = source;
        this.session = session;
    }

    /** Returns the session of the current request; null outside of requests. */
    JdbcDbSession session() {
        return session.get();
    }

    /**
     * Does work of the provider. In the read role all that it executes is executed where a query of the request's read
     * session would be, on one connection, and done again on the primary if the replica fails.
     */
    <T> T lending(Supplier<T> work) {
        Origin origin = source.binding().origin();
        JdbcDbSession current = origin.role() == Role.READ ? session.get() : null;
        if (current == null) {
            return work.get();
        }
        try {
            return current.lending(() -> blamingTheConnection(work, current, origin));
        } catch (SQLException failure) {
            throw SqlFailures.translate(failure, origin);
        }
    }

    private static <T> T blamingTheConnection(Supplier<T> work, JdbcDbSession session, Origin origin) {
        try {
            return work.get();
        } catch (DuetException | NoResultException | NonUniqueResultException answer) {
            throw answer;
        } catch (RuntimeException failure) {
            throw isAlive(session) ? failure : SqlFailures.translate(BrokenConnection.loss(failure), origin);
        }
    }

    private static boolean isAlive(JdbcDbSession session) {
        try (Connection connection = session.lend()) {
            return BrokenConnection.isAlive(connection);
        } catch (SQLException | RuntimeException broken) {
            return false;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        JdbcDbSession current = session.get();
        try {
            return current == null
                    ? LentConnection.ofPool(source.connection(source.binding().origin()))
                    : current.lend();
        } catch (DuetException refusal) {
            // a provider expects this one, and passes on what it was caused by
            throw new SQLException(refusal.getMessage(), state(refusal), refusal);
        }
    }

    private static String state(DuetException refusal) {
        return refusal instanceof DatabaseException known ? known.sqlState() : null;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.dataSource().getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.dataSource().setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.dataSource().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.dataSource().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.duetdb");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : source.dataSource().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || source.dataSource().isWrapperFor(type);
    }
}
