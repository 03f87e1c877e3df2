package org.duetdb.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.duetdb.Origin;
import org.duetdb.sql.ParsedSql;
import org.duetdb.sql.SqlTexts;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Sends values to a real server and reads them back, as a session does. Everything is read twice, on a connection where
 * the driver asks for text and on one where it asks for binary, and must be the same.
 */
final class Exchange implements AutoCloseable {

    final JsonCodec json = new JsonCodec();
    final ColumnReaders readers = new ColumnReaders(json);

    private final ParameterBinder binder = new ParameterBinder(json);
    private final ColumnHandles handles = new ColumnHandles(readers);
    private final SqlTexts<ParsedSql> texts = new SqlTexts<>(text -> text);
    private final PGSimpleDataSource source;
    private final Connection text;
    private final Connection binary;
    private int trips;

    private Exchange(PGSimpleDataSource source, Connection text, Connection binary) {
        this.source = source;
        this.text = text;
        this.binary = binary;
    }

    /** Opens an exchange; the driver tells the server the zone that the JVM is in now. */
    static Exchange open(PGSimpleDataSource source, String... commands) throws SQLException {
        return new Exchange(source, connect(source, 0, commands), connect(source, -1, commands));
    }

    private static Connection connect(PGSimpleDataSource source, int threshold, String... commands)
            throws SQLException {
        source.setPrepareThreshold(threshold);
        Connection connection = source.getConnection();
        for (String command : commands) {
            connection.createStatement().execute(command);
        }
        return connection;
    }

    /** Opens another exchange, whose connections execute the commands first, such as {@code SET TIME ZONE}. */
    Exchange with(String... commands) throws SQLException {
        return open(source, commands);
    }

    @Override
    public void close() {
        try (text;
                binary) {
            // both are closed, whatever happens to one
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What is done with the only row of a result. */
    @FunctionalInterface
    interface RowWork<T> {
        T on(ResultSet row) throws SQLException;
    }

    /** Stores a value in a column of that type and reads it back as what it usually is. */
    Object roundTrip(String type, Object value) throws SQLException {
        return roundTrip(type, value, Object.class);
    }

    /** Stores a value in a column of that type and reads it back as a class. */
    <T> T roundTrip(String type, Object value, Class<T> wanted) throws SQLException {
        return both(connection -> {
            String table = "trip" + ++trips;
            execute(connection, "CREATE TEMPORARY TABLE " + table + " (value " + type + ")");
            try {
                execute(connection, "INSERT INTO " + table + " VALUES ($1)", value);
                return query(connection, "SELECT value FROM " + table, row -> read(row, wanted));
            } finally {
                execute(connection, "DROP TABLE " + table);
            }
        });
    }

    /** Reads an expression as what it usually is. */
    Object read(String expression, Object... parameters) throws SQLException {
        return both(connection ->
                query(connection, "SELECT " + expression + " AS value", row -> read(row, Object.class), parameters));
    }

    /** Reads an expression as a class. */
    <T> T readAs(Class<T> wanted, String expression, Object... parameters) throws SQLException {
        return both(connection ->
                query(connection, "SELECT " + expression + " AS value", row -> read(row, wanted), parameters));
    }

    /** Returns the connection on which the driver asks for text. */
    Connection connection() {
        return text;
    }

    long execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    <T> T query(Connection connection, String sql, RowWork<T> work, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return work.on(result);
        }
    }

    private PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        ParsedSql text = texts.of(sql, Origin.NONE);
        PreparedStatement statement = connection.prepareStatement(text.jdbc());
        binder.bind(statement, text, parameters == null ? new Object[] {null} : parameters, Origin.NONE);
        return statement;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    private interface ConnectionWork<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T both(ConnectionWork<T> work) throws SQLException {
        T fromText = work.on(text);
        T fromBinary = work.on(binary);
        assertThat(comparable(fromBinary)).as("in binary").isEqualTo(comparable(fromText));
        return fromText;
    }

    /** Reads the first column by its reader and by its handle, which must agree. */
    @SuppressWarnings("unchecked")
    <T> T read(ResultSet row, Class<T> wanted) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        try {
            ColumnReader reader = wanted == Object.class ? readers.of(columns, 1) : readers.of(columns, 1, wanted);
            Object value = reader.read(row, 1);
            assertThat(comparable(byHandle(row, wanted))).isEqualTo(comparable(value));
            return (T) value;
        } catch (SQLException | RuntimeException failure) {
            assertThatThrownBy(() -> byHandle(row, wanted)).isInstanceOf(ConversionException.class);
            throw ReadFailures.translate(failure, columns, 1, Origin.NONE);
        }
    }

    private Object byHandle(ResultSet row, Class<?> wanted) throws SQLException {
        MethodHandle handle = handles.of(row.getMetaData(), 1, wanted);
        assertThat(handle.type().returnType()).isEqualTo(wanted);
        try {
            return handle.invoke(row);
        } catch (SQLException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    /** Arrays do not equal each other, nor do lists of them. */
    private static Object comparable(Object value) {
        if (value instanceof List<?> list) {
            return Arrays.asList(list.stream().map(Exchange::comparable).toArray());
        } else if (value != null && value.getClass().isArray()) {
            String text = Arrays.deepToString(new Object[] {value});
            return value.getClass().getSimpleName() + text;
        }
        return value;
    }
}
