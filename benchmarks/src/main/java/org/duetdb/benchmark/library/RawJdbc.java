package org.duetdb.benchmark.library;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.sql.DataSource;

/** Plain JDBC by hand, with the getters of the columns' types: what all others are measured against. */
final class RawJdbc implements Workloads {

    private final DataSource pool;

    RawJdbc(DataSource pool) {
        this.pool = pool;
    }

    @FunctionalInterface
    private interface Mapper<T> {
        T row(ResultSet result) throws SQLException;
    }

    @Override
    public Map<String, ?> rowToMap(long id) {
        return one(id, RawJdbc::map);
    }

    @Override
    public Account rowToRecord(long id) {
        return one(id, RawJdbc::account);
    }

    @Override
    public List<Map<String, Object>> rowsToMaps(long first, long last) {
        return many(first, last, RawJdbc::map);
    }

    @Override
    public List<Account> rowsToRecords(long first, long last) {
        return many(first, last, RawJdbc::account);
    }

    private <T> T one(long id, Mapper<T> mapper) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(Statements.BY_KEY)) {
            statement.setLong(1, id);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new NoSuchElementException();
                }
                return mapper.row(result);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private <T> List<T> many(long first, long last, Mapper<T> mapper) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(Statements.RANGE)) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(mapper.row(result));
                }
                return rows;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Map<String, Object> map(ResultSet result) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", result.getLong(1));
        row.put("name", result.getString(2));
        row.put("email", result.getString(3));
        row.put("balance", result.getBigDecimal(4));
        row.put("active", result.getBoolean(5));
        row.put("visits", result.getInt(6));
        row.put("note", result.getString(7));
        row.put("created_at", result.getObject(8, OffsetDateTime.class));
        return row;
    }

    private static Account account(ResultSet result) throws SQLException {
        return new Account(
                result.getLong(1),
                result.getString(2),
                result.getString(3),
                result.getBigDecimal(4),
                result.getBoolean(5),
                result.getInt(6),
                result.getString(7),
                result.getObject(8, OffsetDateTime.class));
    }

    @Override
    public long update(long id, BigDecimal balance) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(Statements.UPDATE)) {
            statement.setBigDecimal(1, balance);
            statement.setLong(2, id);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public long insertBatch(List<Payment> payments) {
        try (Connection connection = pool.getConnection()) {
            return new JdbcTransaction(connection).run(() -> PaymentBatch.insert(connection, payments));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
