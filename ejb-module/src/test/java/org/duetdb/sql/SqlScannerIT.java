package org.duetdb.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.duetdb.embedded.EmbeddedDatabases;
import org.duetdb.sql.ServerReading.Reading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The scanner against the server's own: on generated statements, and on statements that were damaged. */
class SqlScannerIT {

    private static final int STATEMENTS = 3_000;

    private static final Pattern LEXICAL = Pattern.compile(
            "unterminated|trailing junk|invalid (hexadecimal|octal|binary) integer|parameter number too large");

    private static EmbeddedDatabases databases;
    private static String url;

    private final Seed seed = Seed.of(SqlScannerIT.class);
    private final Random random = seed.random();
    private final Statements statements = new Statements(random);
    private final Fragments fragments = new Fragments(random);

    @BeforeAll
    static void start() {
        databases = EmbeddedDatabases.start();
        url = databases.viewerUrls().get("primary");
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @Test
    void parse_statements_areReadAsTheServerReadsThem() throws SQLException {
        try (ServerReading server = new ServerReading(url);
                Connection driver = DriverManager.getConnection(url)) {
            for (int i = 0; i < STATEMENTS; i++) {
                String text = statements.next();
                try {
                    assertSame(text, server.read(text, Statements.VALUES), driver);
                } catch (SQLException refused) {
                    throw new AssertionError(describe(text), refused);
                }
            }
        }
    }

    @Test
    void parse_damagedStatements_areAcceptedWhereTheServerAcceptsThem() throws SQLException {
        int accepted = 0;
        try (ServerReading server = new ServerReading(url);
                Connection driver = DriverManager.getConnection(url)) {
            for (int i = 0; i < STATEMENTS; i++) {
                String text = fragments.mutation(statements.body());
                if (text.indexOf('\0') >= 0 || text.matches("(?s).*\\p{Cs}.*")) {
                    continue;
                }
                try {
                    assertSame(text, server.read(text, Statements.VALUES), driver);
                    accepted++;
                } catch (SQLException refused) {
                    assertRefusedToo(text, refused);
                }
            }
        }
        assertThat(accepted).isBetween(STATEMENTS / 10, STATEMENTS - STATEMENTS / 10);
    }

    private void assertSame(String text, Reading reading, Connection driver) {
        ParsedSql sql;
        try {
            sql = SqlScanner.parse(text);
        } catch (SqlSyntaxException refused) {
            assertThat(refused.code()).as(describe(text)).isEqualTo("DUET-222");
            return;
        }
        assertThat(sql.parameterCount()).as(describe(text)).isEqualTo(reading.parameters());
        assertThat(execute(sql, driver)).as(describe(text)).isEqualTo(reading.answer());
    }

    private void assertRefusedToo(String text, SQLException refused) {
        String said = refused.getMessage();
        if (LEXICAL.matcher(said).find() && !said.contains("jsonpath")) {
            assertThat(isRefused(text)).as(describe(text)).isTrue();
        }
    }

    private static boolean isRefused(String text) {
        try {
            SqlScanner.parse(text);
            return false;
        } catch (SqlSyntaxException refused) {
            return true;
        }
    }

    private static List<String> execute(ParsedSql sql, Connection driver) {
        try (PreparedStatement statement = driver.prepareStatement(sql.jdbc())) {
            for (int i = 0; i < sql.order().length; i++) {
                statement.setObject(i + 1, Statements.VALUES.get(sql.order()[i]), Types.OTHER);
            }
            try (ResultSet result = statement.executeQuery()) {
                return ServerReading.row(result);
            }
        } catch (SQLException failure) {
            return List.of(String.valueOf(failure.getSQLState()));
        }
    }

    private String describe(String text) {
        return seed + ": <" + text + ">";
    }
}
