package org.duetdb.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.UUID;
import org.duetdb.InvalidStatementException;
import org.duetdb.UnreadableValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts, bytes, and the many types that are texts in Java, both ways. */
@ExtendWith(TypeDatabase.class)
class TextTypesIT {

    private enum Mood {
        calm,
        busy
    }

    private final Exchange exchange;

    TextTypesIT(Exchange exchange) {
        this.exchange = exchange;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "it's $1 ? ü \\", "NULL", "😀", "a\tb\nc", "{\"x\"}"})
    void text_everyCharacter_comesBack(String text) throws SQLException {
        assertThat(exchange.roundTrip("text", text)).isEqualTo(text);
        assertThat(exchange.roundTrip("varchar", text)).isEqualTo(text);
        assertThat(exchange.roundTrip("name", text)).isEqualTo(text);
    }

    @Test
    void varchar_tooLong_isAnErrorAndNotCut() throws SQLException {
        assertThat(exchange.roundTrip("varchar(3)", "abc")).isEqualTo("abc");
        assertSqlState("22001", "varchar(3)", "abcd");
    }

    @Test
    void char_isPaddedAsTheServerDoes() throws SQLException {
        assertThat(exchange.roundTrip("char(5)", "ab")).isEqualTo("ab   ");
        assertThat(exchange.roundTrip("char(2)", 'x', String.class)).isEqualTo("x ");
        assertThat(exchange.roundTrip("char", 'x', char.class)).isEqualTo('x');
        assertThat(exchange.roundTrip("\"char\"", "x")).isEqualTo("x");
    }

    @Test
    void citext_comesBackAndComparesWithoutCase() throws SQLException {
        assertThat(exchange.roundTrip("citext", "Ab")).isEqualTo("Ab");
        assertThat(exchange.read("'AB'::citext = $1", "ab")).isEqualTo(true);
    }

    @Test
    void text_zeroCharacter_isAnError() {
        assertSqlState("22021", "text", "a\0b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\ude00b", "\ud83dx", "\ude00\ud83d"})
    void text_halfASurrogatePair_isRefusedAndNotSentAsAQuestionMark(String text) {
        assertThatThrownBy(() -> exchange.roundTrip("text", text))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageStartingWith("DUET-226 parameter $1 is a text with half of a surrogate pair");
        assertThatThrownBy(() -> exchange.roundTrip("text[]", new String[] {text}))
                .isInstanceOf(InvalidStatementException.class);
    }

    @Test
    void bytea_everyByte_comesBack() throws SQLException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertThat((byte[]) exchange.roundTrip("bytea", all)).isEqualTo(all);
        assertThat((byte[]) exchange.roundTrip("bytea", new byte[0])).isEmpty();
        assertThat(exchange.roundTrip("bytea", new byte[] {0, -1}, String.class))
                .isEqualTo("\\x00ff");
    }

    @Test
    void uuid_comesBack() throws SQLException {
        UUID uuid = UUID.randomUUID();
        assertThat(exchange.roundTrip("uuid", uuid)).isEqualTo(uuid);
        assertThat(exchange.roundTrip("uuid", uuid.toString())).isEqualTo(uuid);
        assertThat(exchange.roundTrip("uuid", uuid, String.class)).isEqualTo(uuid.toString());
    }

    @Test
    void enum_byName_comesBack() throws SQLException {
        assertThat(exchange.roundTrip("mood", Mood.busy)).isEqualTo("busy");
        assertThat(exchange.roundTrip("mood", "calm", Mood.class)).isEqualTo(Mood.calm);
        assertThat(exchange.roundTrip("text", Mood.calm, Mood.class)).isEqualTo(Mood.calm);
        assertThatThrownBy(() -> exchange.readAs(Mood.class, "'furious'"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("there is no constant of that name")
                .hasMessageNotContaining("furious");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "inet            | 10.0.0.1",
                "inet            | 10.0.0.1/24",
                "inet            | ::1",
                "cidr            | 10.0.0.0/8",
                "macaddr         | 08:00:2b:01:02:03",
                "macaddr8        | 08:00:2b:01:02:03:04:05",
                "int4range       | [1,5)",
                "int4range       | empty",
                "numrange        | (,1.5]",
                "daterange       | [2026-01-01,2026-02-01)",
                "int4multirange  | {[1,2),[5,7)}",
                "pair            | (1,\"a b\")",
                "tsvector        | 'a':1 'b':2",
                "tsquery         | 'a' & 'b'",
                "xml             | <a>ü</a>",
                "jsonpath        | $.\"a\"",
                "pg_lsn          | 16/B374D848",
                "circle          | <(1,2),3>",
                "path            | ((1,2),(3,4))",
                "polygon         | ((1,2),(3,4),(5,6))",
                "lseg            | [(1,2),(3,4)]",
                "line            | {1,2,3}",
                "point           | (1,2.5)",
                "point           | (1e+20,-1e-07)",
                "point           | (NaN,-Infinity)",
                "point           | (0.1,-0)",
                "box             | (3,4),(1,2)"
            })
    void otherTypes_areTheTextThatTheServerShows(String type, String text) throws SQLException {
        assertThat(exchange.roundTrip(type, text)).isEqualTo(text);
        assertThat(exchange.roundTrip(type, text, String.class)).isEqualTo(text);
    }

    @Test
    void inet_comesFromAndGoesToAnAddress() throws SQLException, UnknownHostException {
        InetAddress four = InetAddress.getByName("10.0.0.1");
        InetAddress six = InetAddress.getByName("2001:db8::1");
        assertThat(exchange.roundTrip("inet", four)).isEqualTo("10.0.0.1");
        assertThat(exchange.roundTrip("inet", four, InetAddress.class)).isEqualTo(four);
        assertThat(exchange.roundTrip("inet", six, InetAddress.class)).isEqualTo(six);
        assertThat(exchange.read("inet '10.0.0.0/8' >> $1", four)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1/24", "::ffff:1.2.3.4", "10.0.0.0/8"})
    void inet_noSingleAddress_isAnError(String text) {
        assertThatThrownBy(() -> exchange.readAs(InetAddress.class, "$1::inet", text))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("it is a network, or no single address");
    }

    @Test
    void null_isNullInEveryType() throws SQLException {
        String[] types = {
            "smallint",
            "int",
            "bigint",
            "oid",
            "numeric",
            "real",
            "float8",
            "boolean",
            "bit",
            "bit(3)",
            "varbit",
            "money",
            "text",
            "varchar(3)",
            "char(3)",
            "\"char\"",
            "name",
            "citext",
            "bytea",
            "uuid",
            "mood",
            "positive",
            "deadline",
            "document",
            "pair",
            "inet",
            "cidr",
            "macaddr",
            "int4range",
            "int4multirange",
            "tsvector",
            "xml",
            "point",
            "box",
            "date",
            "time",
            "timetz",
            "timestamp",
            "timestamptz",
            "interval",
            "json",
            "jsonb",
            "int[]",
            "text[]",
            "timestamptz[]",
            "jsonb[]",
            "mood[]"
        };
        for (String type : types) {
            assertThat(exchange.roundTrip(type, null)).as(type).isNull();
        }
    }

    private void assertSqlState(String state, String type, Object value) {
        assertThatThrownBy(() -> exchange.roundTrip(type, value))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo(state));
    }
}
