package org.duetdb.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types are told apart right, and without a message to the server. */
@ExtendWith(TypeDatabase.class)
class ColumnTypeIT {

    private static final String KINDS = """
            CREATE TEMPORARY TABLE kinds (a smallint, b int, c bigint, d numeric(9,2), e real, f float8, g boolean,
                h text, i varchar(5), j bytea, k date, l time, m timestamp, n timestamptz, o uuid, p jsonb, q json,
                r mood, s inet, t int[], u text[], v uuid[], w timestamptz[], x interval, y money, z positive);
            INSERT INTO kinds VALUES (1, 2, 3, 4, 5, 6, true, 'h', 'i', 'j', 'today', 'now', 'now', 'now',
                gen_random_uuid(), '{"a": 1}', '[]', 'calm', '::1', '{1}', '{a}', ARRAY[gen_random_uuid()],
                ARRAY[now()], '1 day', '1', 1);
            CREATE TEMPORARY TABLE others AS TABLE kinds
            """;

    private final Exchange exchange;

    ColumnTypeIT(Exchange exchange) {
        this.exchange = exchange;
    }

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, boolean",
        "BOOLEAN, bit",
        "TEXT, bit(2)",
        "TEXT, varbit",
        "INTEGER, smallint",
        "INTEGER, int",
        "INTEGER, positive",
        "BIGINT, bigint",
        "BIGINT, oid",
        "NUMERIC, numeric",
        "NUMERIC, 'numeric(3,1)'",
        "REAL, real",
        "DOUBLE, float8",
        "MONEY, money",
        "BYTEA, bytea",
        "DATE, date",
        "TIME, time",
        "TIME, time(0)",
        "TIME, time(1)",
        "TIME, time(6)",
        "TIMETZ, timetz",
        "TIMETZ, timetz(0)",
        "TIMETZ, timetz(1)",
        "TIMETZ, timetz(6)",
        "TIMESTAMP, timestamp",
        "TIMESTAMP, timestamp(0)",
        "TIMESTAMP, timestamp(1)",
        "TIMESTAMP, timestamp(5)",
        "TIMESTAMP, timestamp(6)",
        "TIMESTAMPTZ, timestamptz",
        "TIMESTAMPTZ, timestamptz(0)",
        "TIMESTAMPTZ, timestamptz(1)",
        "TIMESTAMPTZ, timestamptz(5)",
        "TIMESTAMPTZ, timestamptz(6)",
        "TIMESTAMPTZ, deadline",
        "INTERVAL, interval",
        "INTERVAL, interval(0)",
        "INTERVAL, interval day to second",
        "UUID, uuid",
        "JSON, json",
        "JSON, jsonb",
        "JSON, document",
        "ARRAY, int[]",
        "ARRAY, mood[]",
        "ARRAY, positive[]",
        "POINTS, point",
        "POINTS, box",
        "TEXT, text",
        "TEXT, varchar(3)",
        "TEXT, char(3)",
        "TEXT, mood",
        "TEXT, inet",
        "TEXT, pair",
        "TEXT, xml",
        "TEXT, int4range",
        "TEXT, tsvector",
        "TEXT, circle",
        "TEXT, jsonpath",
        "TEXT, citext",
        "TEXT, name"
    })
    void of_everyType_isToldFromItsLikes(ColumnType expected, String type) throws SQLException {
        assertThat(exchange.query(exchange.connection(), "SELECT NULL::" + type + " AS value", ColumnTypeIT::typeOf))
                .isEqualTo(expected);
    }

    private static ColumnType typeOf(ResultSet row) throws SQLException {
        return ColumnType.of(row.getMetaData(), 1);
    }

    /** The driver asks once on each connection about a type that it does not know, such as an enum. */
    @Test
    void reading_everyType_sendsNothingToTheServer() throws SQLException {
        try (Exchange fresh = exchange.with();
                Messages messages = new Messages()) {
            create(fresh.connection());
            readAll(fresh, "SELECT * FROM kinds", Map.of());
            messages.forget();
            // another statement on another table, so that nothing of the columns is remembered
            readAll(fresh, "SELECT * FROM others", Map.of());
            assertThat(messages.executed()).containsExactly("SELECT * FROM others");
        }
    }

    @Test
    void reading_typesThatTheDriverKnows_sendsNothingEvenTheFirstTime() throws SQLException {
        try (Exchange fresh = exchange.with();
                Messages messages = new Messages()) {
            create(fresh.connection());
            messages.forget();
            String sql = "SELECT a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, t, u, v, w, y, z FROM kinds";
            readAll(fresh, sql, Map.of(2, long.class, 14, Instant.class));
            assertThat(messages.executed()).containsExactly(sql);
        }
    }

    @Test
    void binding_everyType_sendsNothingToTheServer() throws SQLException {
        Object[] values = {
            1,
            2L,
            1.5,
            "a",
            true,
            UUID.randomUUID(),
            LocalDate.EPOCH,
            OffsetDateTime.MAX,
            new byte[1],
            Map.of(),
            new int[1],
            new String[1],
            new UUID[1],
            new OffsetDateTime[1],
            new byte[1][1],
            new int[1][1]
        };
        List<String> places = new ArrayList<>();
        for (int i = 1; i <= values.length; i++) {
            places.add("$" + i + " AS v" + i);
        }
        String sql = "SELECT " + String.join(", ", places);
        try (Exchange fresh = exchange.with();
                Messages messages = new Messages()) {
            fresh.query(fresh.connection(), sql, row -> row, values);
            assertThat(messages.executed()).hasSize(1);
        }
    }

    private static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(KINDS);
        }
    }

    private static void readAll(Exchange exchange, String sql, Map<Integer, Class<?>> wanted) throws SQLException {
        try (PreparedStatement statement = exchange.connection().prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                ColumnReader reader = wanted.containsKey(i)
                        ? exchange.readers.of(row.getMetaData(), i, wanted.get(i))
                        : exchange.readers.of(row.getMetaData(), i);
                assertThat(reader.read(row, i)).isNotNull();
            }
        }
    }

    /** What the driver says that it sends: one entry for each statement that the server executes. */
    private static final class Messages extends Handler implements AutoCloseable {

        private final Logger logger = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        private final List<String> executed = new ArrayList<>();
        private String parsed;

        Messages() {
            logger.setLevel(Level.FINEST);
            logger.setUseParentHandlers(false);
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord message) {
            String text = message.getMessage();
            if (text.startsWith(" FE=> Parse(")) {
                parsed = text;
            } else if (text.startsWith(" FE=> Execute(")) {
                executed.add(parsed.substring(parsed.indexOf("query=\"") + 7, parsed.indexOf("\",oids")));
            }
        }

        List<String> executed() {
            return executed;
        }

        void forget() {
            executed.clear();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
            logger.setLevel(null);
            logger.setUseParentHandlers(true);
        }
    }
}
