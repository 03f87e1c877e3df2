package org.duetdb.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.duetdb.BulkInsert;
import org.duetdb.OpenSession;
import org.duetdb.Origin;
import org.duetdb.ResultStream;
import org.duetdb.Role;
import org.duetdb.Row;
import org.duetdb.TransactionOptions;
import org.duetdb.TransactionState;
import org.duetdb.TransactionalWork;
import org.duetdb.batch.OnConflict;
import org.duetdb.batch.QuotedName;
import org.duetdb.batch.RowCount;
import org.duetdb.batch.StatementBatch;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.sql.ParsedSql;

/** A session over the container's datasource. */
public final class JdbcDbSession implements OpenSession {

    private final SessionParticipant participant;
    private final TransactionControl transactions;
    private final SessionServices services;

    /**
     * Creates a session; nothing is taken from the pool yet.
     *
     * @param thread the only one that may use it; null for any, one after the other
     */
    public JdbcDbSession(
            ContainerDataSource source, TransactionControl transactions, SessionServices services, Thread thread) {
        this.participant = new SessionParticipant(source, transactions, thread);
        this.transactions = transactions;
        this.services = services;
    }

    /** What is done with a result. */
    @FunctionalInterface
    private interface ResultWork<E, T> {
        T on(ResultReader<E> result) throws SQLException;
    }

    @Override
    public List<Row> query(String sql, Object... parameters) {
        return read(Row.class, sql, parameters, ResultReader::all);
    }

    @Override
    public <T> List<T> query(Class<T> type, String sql, Object... parameters) {
        return read(type, sql, parameters, ResultReader::all);
    }

    @Override
    public Row queryOne(String sql, Object... parameters) {
        return read(Row.class, sql, parameters, ResultReader::one);
    }

    @Override
    public <T> T queryOne(Class<T> type, String sql, Object... parameters) {
        return read(type, sql, parameters, ResultReader::one);
    }

    @Override
    public Optional<Row> queryOptional(String sql, Object... parameters) {
        return Optional.ofNullable(read(Row.class, sql, parameters, ResultReader::oneOrNull));
    }

    @Override
    public <T> Optional<T> queryOptional(Class<T> type, String sql, Object... parameters) {
        return Optional.ofNullable(read(type, sql, parameters, ResultReader::oneOrNull));
    }

    /** Written out as {@link #execute} is: a method for both would make one object more for each statement. */
    private <E, T> T read(Class<E> type, String sql, Object[] parameters, ResultWork<E, T> work) {
        SessionStatement text = parse(sql);
        Object[] values = values(text.text(), parameters);
        return participant.connected(connection -> {
            PreparedStatement statement = prepare(connection, text, values);
            try (ResultSet result = statement.executeQuery()) {
                return work.on(new ResultReader<>(text, type, result, origin()));
            } catch (SQLException | RuntimeException failure) {
                throw participant.sent(mayWrite(text), failure);
            } finally {
                participant.closeDone(statement);
            }
        });
    }

    @Override
    public ResultStream<Row> stream(String sql, Object... parameters) {
        return stream(Row.class, sql, parameters);
    }

    @Override
    public <T> ResultStream<T> stream(Class<T> type, String sql, Object... parameters) {
        SessionStatement text = parse(sql);
        Object[] values = values(text.text(), parameters);
        return new JdbcResultStream<>(participant, services.binder(), text, type, values);
    }

    @Override
    public long execute(String sql, Object... parameters) {
        SessionStatement text = parse(sql);
        Object[] values = values(text.text(), parameters);
        return participant.connected(connection -> {
            PreparedStatement statement = prepare(connection, text, values);
            try {
                return text.isOneCommand() ? RowCount.executeOne(statement) : RowCount.execute(statement);
            } catch (SQLException | RuntimeException failure) {
                throw participant.sent(mayWrite(text), failure);
            } finally {
                participant.closeDone(statement);
            }
        });
    }

    @Override
    public long executeMany(String sql, Collection<? extends List<?>> parameterLists) {
        SessionStatement text = parse(sql);
        List<Object[]> lists = new ArrayList<>(parameterLists.size());
        for (List<?> parameters : parameterLists) {
            lists.add(values(text.text(), parameters == null ? new Object[0] : parameters.toArray()));
        }
        if (lists.size() < 2) {
            return lists.isEmpty() ? 0 : execute(sql, lists.get(0));
        }
        return participant.atomically(
                connection -> new StatementBatch(connection, services.binder(), text.batch(), origin())
                        .execute(lists.toArray(Object[][]::new)));
    }

    @Override
    public BulkInsert into(String table) {
        participant.requireOpen();
        return new JdbcBulkInsert(participant, services, QuotedName.ofTable(table, origin()), OnConflict.FAIL);
    }

    private boolean mayWrite(SessionStatement text) {
        return role() == Role.WRITE && !text.isReading();
    }

    private PreparedStatement prepare(Connection connection, SessionStatement text, Object[] values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.text().jdbc());
        try {
            services.binder().bind(statement, text.text(), values, origin());
            return statement;
        } catch (SQLException | RuntimeException | Error failure) {
            participant.closeDone(statement);
            throw failure;
        }
    }

    private SessionStatement parse(String sql) {
        participant.requireOpen();
        return services.statements().of(sql, origin());
    }

    /** A single null is passed as no array at all. */
    private Object[] values(ParsedSql text, Object[] parameters) {
        Object[] values = parameters == null ? new Object[] {null} : parameters;
        text.requireCount(values.length, origin());
        return values;
    }

    @Override
    public void begin(TransactionOptions options) {
        participant.requireOpen();
        transactions.begin(participant, options);
    }

    @Override
    public void commit() {
        participant.requireOpen();
        transactions.commit(participant);
    }

    @Override
    public void rollback() {
        participant.requireOpen();
        transactions.rollback(participant);
    }

    @Override
    public void setRollbackOnly() {
        participant.requireOpen();
        transactions.setRollbackOnly(participant);
    }

    @Override
    public <T, X extends Exception> T transaction(TransactionOptions options, TransactionalWork<T, X> work) throws X {
        participant.requireOpen();
        return transactions.transaction(participant, options, work);
    }

    /**
     * Lends a connection to who executes statements by himself: that of the transaction if there is one, in which it
     * stays when it is closed, and else one of the pool. What fails counts as if the session had executed it.
     *
     * @throws org.duetdb.DuetException if there is none to have, or the transaction can only roll back
     */
    public Connection lend() throws SQLException {
        participant.requireOpen();
        return participant.lend();
    }

    /** Takes note that somebody has work for the current transaction that has not been executed yet. */
    public void begun() {
        transactions.begun(participant);
    }

    /** Returns whether what the request has written, or may have, is to be seen by what it reads here. */
    public boolean followsWrites() {
        return transactions.followsWrites(participant);
    }

    /**
     * Does work that executes statements on connections that are {@linkplain #lend lent} to it: on one connection,
     * which is that of a query of this session. In the read role it is done again on the primary if the replica fails.
     *
     * @throws RuntimeException what the work throws
     */
    public <T> T lending(Supplier<T> work) throws SQLException {
        participant.requireOpen();
        return participant.lending(connection -> work.get());
    }

    /**
     * Does work that inserts one row on connections that are {@linkplain #lend lent} to it, and nothing beside that.
     *
     * @param conflict what becomes of it if there is one already
     * @return whether it was inserted, or overwrites another one
     * @throws org.duetdb.InvalidStatementException if more is written than that row
     */
    public boolean inserting(InsertConflict conflict, Runnable work) {
        participant.requireOpen();
        return participant.inserting(conflict, work);
    }

    @Override
    public TransactionState state() {
        return participant.state();
    }

    @Override
    public void setAutoCommit(boolean autoCommit) {
        participant.requireOpen();
        participant.setAutoCommit(autoCommit);
    }

    @Override
    public String requestId() {
        return origin().requestId();
    }

    @Override
    public String alias() {
        return origin().alias();
    }

    @Override
    public Role role() {
        return origin().role();
    }

    @Override
    public Optional<String> position() {
        return transactions.position();
    }

    private Origin origin() {
        return participant.origin();
    }

    /** Ends the session, what it streams, and the transaction that it began and did not end. */
    @Override
    public void close() {
        participant.close();
        transactions.closed(participant);
    }
}
