package org.duetdb.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.duetdb.DatabaseException;
import org.duetdb.DbSession;
import org.duetdb.DuetException;
import org.duetdb.MoreThanOneRowException;
import org.duetdb.NoRowException;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.Row;
import org.duetdb.SessionClosedException;
import org.duetdb.TransactionState;
import org.duetdb.TransactionalWork;
import org.duetdb.catalog.Binding;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.sql.ParsedSql;

/** A session over the container's datasource. For the thread of one request. */
public final class JdbcDbSession implements DbSession, Participant, AutoCloseable {

    private final ContainerDataSource source;
    private final TransactionControl transactions;
    private final SessionServices services;
    private final Origin origin;

    private boolean autoCommit = true;
    private TransactionState state = TransactionState.IDLE;

    /** Creates a session; nothing is taken from the pool yet. */
    public JdbcDbSession(ContainerDataSource source, TransactionControl transactions, SessionServices services) {
        this.source = source;
        this.transactions = transactions;
        this.services = services;
        Binding binding = source.binding();
        this.origin = new Origin(binding.alias(), binding.role(), transactions.requestId());
    }

    /** What is done with a prepared statement that has its parameters. */
    @FunctionalInterface
    private interface StatementWork<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    private interface ConnectionWork<T> {
        T on(Connection connection) throws SQLException;
    }

    @Override
    public List<Row> query(String sql, Object... parameters) {
        return run(sql, parameters, statement -> read(statement, Integer.MAX_VALUE));
    }

    @Override
    public Row queryOne(String sql, Object... parameters) {
        List<Row> rows = run(sql, parameters, statement -> read(statement, 2));
        if (rows.isEmpty()) {
            throw new NoRowException(
                    "DUET-207", "the statement returned no row", "use query() where none is expected", origin);
        }
        if (rows.size() > 1) {
            String remedy = "use query(), or make the condition unique";
            throw new MoreThanOneRowException("DUET-208", "the statement returned more than one row", remedy, origin);
        }
        return rows.get(0);
    }

    private List<Row> read(PreparedStatement statement, int most) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            return services.results().rows(result, most, origin);
        }
    }

    @Override
    public long execute(String sql, Object... parameters) {
        return run(sql, parameters, RowCount::execute);
    }

    @Override
    public long executeMany(String sql, Collection<? extends List<?>> parameterLists) {
        ParsedSql text = parse(sql);
        parameterLists.forEach(parameters -> text.requireCount(parameters.size(), origin));
        if (parameterLists.isEmpty()) {
            return 0;
        }
        ConnectionWork<Long> batch = connection -> {
            try (PreparedStatement statement = connection.prepareStatement(text.jdbc())) {
                for (List<?> parameters : parameterLists) {
                    services.binder().bind(statement, text, parameters.toArray(), origin);
                    statement.addBatch();
                }
                return RowCount.executeBatch(statement);
            }
        };
        if (role() == Role.READ || transactions.isActive()) {
            return connected(batch);
        }
        return transactions.transaction(this, () -> connected(batch));
    }

    private <T> T run(String sql, Object[] parameters, StatementWork<T> work) {
        ParsedSql text = parse(sql);
        Object[] values = parameters == null ? new Object[] {null} : parameters;
        text.requireCount(values.length, origin);
        return connected(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(text.jdbc())) {
                services.binder().bind(statement, text, values, origin);
                return work.on(statement);
            }
        });
    }

    private ParsedSql parse(String sql) {
        requireOpen();
        return services.texts().parse(sql, origin);
    }

    /** Works on the connection of the transaction, or on one of its own that is given back at once. */
    private <T> T connected(ConnectionWork<T> work) {
        try {
            Connection enlisted = transactions.connection(this);
            if (enlisted != null) {
                return work.on(enlisted);
            }
            try (Connection connection = openConnection()) {
                state = TransactionState.CONNECTED;
                return work.on(connection);
            } finally {
                state = TransactionState.IDLE;
            }
        } catch (DuetException failure) {
            transactions.failed(failure);
            throw failure;
        } catch (SQLException | RuntimeException failure) {
            // a pool's wrapper may throw the latter, for a connection that has died
            DatabaseException translated = SqlFailures.translate(failure, origin);
            transactions.failed(translated);
            throw translated;
        }
    }

    @Override
    public void begin() {
        requireOpen();
        transactions.begin(this);
    }

    @Override
    public void commit() {
        requireOpen();
        transactions.commit(this);
    }

    @Override
    public void rollback() {
        requireOpen();
        transactions.rollback(this);
    }

    @Override
    public void setRollbackOnly() {
        requireOpen();
        transactions.setRollbackOnly(this);
    }

    @Override
    public <T, X extends Exception> T transaction(TransactionalWork<T, X> work) throws X {
        requireOpen();
        return transactions.transaction(this, work);
    }

    @Override
    public TransactionState state() {
        return state != TransactionState.CLOSED && transactions.isActive() ? TransactionState.IN_TRANSACTION : state;
    }

    @Override
    public void setAutoCommit(boolean autoCommit) {
        requireOpen();
        this.autoCommit = autoCommit;
    }

    @Override
    public String requestId() {
        return origin.requestId();
    }

    @Override
    public String alias() {
        return origin.alias();
    }

    @Override
    public Role role() {
        return origin.role();
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public boolean autoCommit() {
        return autoCommit;
    }

    @Override
    public Connection openConnection() {
        return source.connection(origin);
    }

    @Override
    public void ended(boolean committed) {
        if (state != TransactionState.CLOSED) {
            state = committed ? TransactionState.COMMITTED : TransactionState.ROLLED_BACK;
        }
    }

    /** Ends the session with its request. */
    @Override
    public void close() {
        state = TransactionState.CLOSED;
    }

    private void requireOpen() {
        if (state == TransactionState.CLOSED) {
            throw new SessionClosedException(
                    "DUET-209",
                    "the session was used after its request had ended",
                    "finish the work within the request",
                    origin);
        }
    }
}
