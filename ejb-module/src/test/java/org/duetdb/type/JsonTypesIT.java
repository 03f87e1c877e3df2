package org.duetdb.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duetdb.InvalidStatementException;
import org.duetdb.JsonParameter;
import org.duetdb.UnreadableValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON, both ways: maps and lists, Jakarta JSON Processing, records and other objects. */
@ExtendWith(TypeDatabase.class)
class JsonTypesIT {

    public record Item(String name, BigDecimal price, int count, List<String> tags, Item part) {}

    public static class Point {
        public int x;
        private long y;

        public long getY() {
            return y;
        }

        public void setY(long value) {
            y = value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Point point && point.x == x && point.y == y;
        }

        @Override
        public int hashCode() {
            return x;
        }
    }

    private enum Mood {
        calm
    }

    private final Exchange exchange;

    JsonTypesIT(Exchange exchange) {
        this.exchange = exchange;
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonb", "document"})
    void mapsAndLists_comeBackWithNullsAndDigits(String type) throws SQLException {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", "it's \"quoted\" \\ ü 😀 \n\t\u0001 {}");
        map.put("amount", new BigDecimal("123456789012345678901234567890.10"));
        map.put("nothing", null);
        map.put("yes", true);
        map.put("list", Arrays.asList("a", null, List.of(), Map.of()));
        map.put("", Map.of("inner", List.of(List.of(false))));
        assertThat(exchange.roundTrip(type, map)).isEqualTo(map);
        assertThat(exchange.roundTrip(type, List.of())).isEqualTo(List.of());
        assertThat(exchange.roundTrip(type, Map.of())).isEqualTo(Map.of());
        assertThat(exchange.roundTrip(type, Set.of("a"))).isEqualTo(List.of("a"));
    }

    @Test
    void numbers_areReadAsBigDecimal() throws SQLException {
        assertThat(exchange.roundTrip(
                        "jsonb", Arrays.asList(1, 2L, (short) 3, 0.1, 0.1f, 1e20, new BigDecimal("1.10"))))
                .isEqualTo(List.of(
                        new BigDecimal("1"),
                        new BigDecimal("2"),
                        new BigDecimal("3"),
                        new BigDecimal("0.1"),
                        new BigDecimal("0.1"),
                        new BigDecimal("100000000000000000000"),
                        new BigDecimal("1.10")));
    }

    @Test
    void numbers_ofManyDigits_comeBack() throws SQLException {
        BigDecimal many = new BigDecimal("1" + "23".repeat(2_000) + ".5");
        assertThat(exchange.roundTrip("jsonb", List.of(many))).isEqualTo(List.of(many));
        assertThat(exchange.read("'[1e1000000000]'::json")).isEqualTo(List.of(new BigDecimal("1e1000000000")));
    }

    @Test
    void scalars_comeBack() throws SQLException {
        assertThat(exchange.roundTrip("jsonb", JsonParameter.of("a"))).isEqualTo("a");
        assertThat(exchange.roundTrip("jsonb", JsonParameter.of(1.5))).isEqualTo(new BigDecimal("1.5"));
        assertThat(exchange.roundTrip("jsonb", JsonParameter.of(true))).isEqualTo(true);
        assertThat(exchange.roundTrip("jsonb", JsonParameter.of(new int[] {1}))).isEqualTo(List.of(BigDecimal.ONE));
        assertThat(exchange.roundTrip("jsonb", JsonParameter.of(LocalDate.EPOCH)))
                .isEqualTo("1970-01-01");
        assertThat(exchange.roundTrip("jsonb", JsonParameter.of(Mood.calm))).isEqualTo("calm");
    }

    @Test
    void jsonNull_isNotSqlNull() throws SQLException {
        assertThat(exchange.read("$1::jsonb = 'null'", JsonParameter.of(null))).isEqualTo(true);
        assertThat(exchange.read("$1::jsonb IS NULL", new Object[] {null})).isEqualTo(true);
        assertThat(exchange.roundTrip("jsonb", JsonValue.NULL)).isNull();
        assertThat(exchange.roundTrip("jsonb", JsonValue.NULL, JsonValue.class)).isEqualTo(JsonValue.NULL);
        assertThat(exchange.roundTrip("jsonb", null, JsonValue.class)).isNull();
    }

    @Test
    void jakartaJson_comesBack() throws SQLException {
        JsonObject object = Json.createObjectBuilder()
                .add("digits", new BigDecimal("1.10"))
                .addNull("nothing")
                .build();
        JsonArray array = Json.createArrayBuilder().add(object).add(true).build();
        assertThat(exchange.roundTrip("jsonb", object, JsonObject.class)).isEqualTo(object);
        assertThat(exchange.roundTrip("json", array, JsonArray.class)).isEqualTo(array);
        assertThat(exchange.roundTrip("jsonb", Map.of("in", object), JsonObject.class)
                        .getJsonObject("in"))
                .isEqualTo(object);
        assertThat(exchange.roundTrip("jsonb", Json.createValue("x"), JsonValue.class))
                .isEqualTo(Json.createValue("x"));
        assertThat(exchange.roundTrip("jsonb", Json.createValue(new BigDecimal("1.10")), JsonNumber.class)
                        .bigDecimalValue())
                .isEqualTo(new BigDecimal("1.10"));
        assertThat(exchange.roundTrip("jsonb", JsonValue.TRUE)).isEqualTo(true);
    }

    @Test
    void records_comeBack() throws SQLException {
        Item part = new Item("bolt", new BigDecimal("0.10"), 4, List.of("a", "b"), null);
        Item item = new Item("wheel \"x\"", new BigDecimal("12345678901234567890.10"), -1, List.of(), part);
        assertThat(exchange.roundTrip("jsonb", JsonParameter.of(item), Item.class))
                .isEqualTo(item);
        assertThat(exchange.roundTrip("jsonb", Map.of("name", "bolt"), Item.class))
                .isEqualTo(new Item("bolt", null, 0, null, null));
        assertThat(exchange.roundTrip("jsonb", List.of(part), Item[].class)).containsExactly(part);
        assertThat(exchange.readAs(Item.class, "'null'::jsonb")).isNull();
    }

    @Test
    void objectsWithProperties_comeBack() throws SQLException {
        Point point = new Point();
        point.x = Integer.MIN_VALUE;
        point.setY(Long.MAX_VALUE);
        Point back = exchange.roundTrip("json", JsonParameter.of(point), Point.class);
        assertThat(back).isEqualTo(point);
        assertThat(exchange.roundTrip("jsonb", List.of(point)))
                .isEqualTo(
                        List.of(Map.of("x", new BigDecimal(Integer.MIN_VALUE), "y", new BigDecimal(Long.MAX_VALUE))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\": 3000000000}",
                "{\"x\": 1.5}",
                "{\"y\": 9223372036854775808}",
                "{\"x\": true}",
                "[1]",
                "5"
            })
    void records_numbersThatDoNotFit_areAnErrorAndNotWrapped(String text) {
        assertThatThrownBy(() -> exchange.readAs(Point.class, "$1::jsonb", text))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("of type jsonb, cannot be read as " + Point.class.getName());
    }

    @Test
    void asPlainClasses_onlyWhatTheyHoldExactly() throws SQLException {
        assertThat(exchange.readAs(int.class, "'5'::jsonb")).isEqualTo(5);
        assertThat(exchange.readAs(Boolean.class, "'true'::json")).isTrue();
        Object map = exchange.readAs(Map.class, "'{}'::jsonb");
        assertThat(map).isEqualTo(Map.of());
        Object list = exchange.readAs(List.class, "'[]'::jsonb");
        assertThat(list).isEqualTo(List.of());
        assertThat(exchange.readAs(LocalDate.class, "'\"2026-01-02\"'::jsonb")).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(exchange.readAs(Mood.class, "'\"calm\"'::jsonb")).isEqualTo(Mood.calm);
        assertThat(exchange.readAs(String.class, "'{\"b\": 1, \"a\": \"x\"}'::json"))
                .isEqualTo("{\"b\": 1, \"a\": \"x\"}");
        assertThat(exchange.readAs(String.class, "'\"x\"'::jsonb")).isEqualTo("\"x\"");
        for (Class<?> wanted : List.of(int.class, Map.class, Boolean.class, int[].class)) {
            assertThatThrownBy(() -> exchange.readAs(wanted, "'\"x\"'::jsonb"))
                    .as(wanted.getName())
                    .isInstanceOf(UnreadableValueException.class);
        }
    }

    @Test
    void sameNameTwice_theLastCounts() throws SQLException {
        assertThat(exchange.read("'{\"a\": 1, \"a\": 2}'::json")).isEqualTo(Map.of("a", new BigDecimal(2)));
    }

    @Test
    void deepNesting_isAnErrorAndExhaustsNoStack() throws SQLException {
        assertThat(exchange.read("(repeat('[', 500) || repeat(']', 500))::json"))
                .isInstanceOf(List.class);
        assertThatThrownBy(() -> exchange.read("(repeat('[', 5000) || repeat(']', 5000))::json"))
                .isInstanceOf(UnreadableValueException.class);
        assertThatThrownBy(() -> exchange.read("(repeat('{\"a\":', 501) || '1' || repeat('}', 501))::json"))
                .isInstanceOf(UnreadableValueException.class);
    }

    @Test
    void unwritable_isRefusedBeforeAnythingIsSent() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        Map<Object, Object> withoutName = new HashMap<>();
        withoutName.put(null, 1);
        for (Object value : new Object[] {
            endless,
            withoutName,
            Map.of(List.of(), 1),
            List.of(Double.NaN),
            Map.of("x", Float.NEGATIVE_INFINITY),
            List.of(new StringBuilder("secret")),
            JsonParameter.of(Thread.currentThread())
        }) {
            assertThatThrownBy(() -> exchange.read("$1::jsonb", value))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageStartingWith("DUET-225 parameter $1 is a value that cannot be written as JSON")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void names_ofOtherClassesThanString_areTheirTexts() throws SQLException {
        assertThat(exchange.roundTrip("jsonb", Map.of(1, "a", Mood.calm, "b", LocalDate.EPOCH, "c")))
                .isEqualTo(Map.of("1", "a", "calm", "b", "1970-01-01", "c"));
    }

    @Test
    void maps_areUnmodifiable() throws SQLException {
        Map<?, ?> map = exchange.readAs(Map.class, "'{\"a\": [1]}'::jsonb");
        assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) map.get("a")).remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void parameter_toString_holdsNoValue() {
        assertThat(JsonParameter.of("secret").toString()).isEqualTo("JsonParameter");
    }
}
