package org.duetdb.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.junit.jupiter.api.Test;

/** Values that a row holds, as other classes. What columns do is tested on a server. */
class ConversionTest {

    public record Item(String name, int count) {}

    private enum Mood {
        calm
    }

    private final JsonCodec json = new JsonCodec();

    private <T> T convert(Object value, Class<T> wanted) {
        return Conversion.of(value, wanted, json);
    }

    @Test
    void of_sameOrSuperclass_isTheSameObject() {
        List<Integer> list = List.of(1);
        assertThat((Object) convert(list, List.class)).isSameAs(list);
        assertThat(convert(list, Object.class)).isSameAs(list);
        assertThat(convert(5, Number.class)).isEqualTo(5);
        assertThat(convert(5, int.class)).isEqualTo(5);
    }

    @Test
    void of_null_isNullButNoPrimitive() {
        assertThat(convert(null, Integer.class)).isNull();
        assertThatThrownBy(() -> convert(null, int.class))
                .isInstanceOf(ConversionException.class)
                .hasMessage("it is NULL");
    }

    @Test
    void of_numbers_isExactOrAnError() {
        assertThat(convert(5, long.class)).isEqualTo(5L);
        assertThat(convert(5L, Integer.class)).isEqualTo(5);
        assertThat(convert(new BigDecimal("5.00"), int.class)).isEqualTo(5);
        assertThat(convert(new BigDecimal("5.5"), double.class)).isEqualTo(5.5);
        assertThat(convert(5d, BigInteger.class)).isEqualTo(5);
        assertThat(convert(Long.MAX_VALUE, BigDecimal.class)).isEqualTo(new BigDecimal(Long.MAX_VALUE));
        assertThat(convert(Double.NaN, Float.class)).isNaN();
        assertUnfit(3_000_000_000L, int.class);
        assertUnfit(new BigDecimal("0.5"), long.class);
        assertUnfit(Long.MAX_VALUE, double.class);
        assertUnfit(Long.MAX_VALUE, float.class);
        assertUnfit(0.1, float.class);
        assertUnfit(Double.NaN, BigDecimal.class);
        assertUnfit(Double.POSITIVE_INFINITY, long.class);
    }

    @Test
    void of_numbersWithHugeExponents_takeNoTimeAndNoMemory() {
        BigDecimal huge = new BigDecimal("1e1000000000");
        assertUnfit(huge, long.class);
        assertUnfit(huge, BigInteger.class);
        assertUnfit(huge, double.class);
        assertThat(convert(huge, String.class)).isEqualTo("1E+1000000000");
        assertUnfit(new BigDecimal("1e-1000000000"), int.class);
        assertUnfit(new BigDecimal("1e-1000000000"), float.class);
    }

    @Test
    void of_texts_areNamesAddressesIntervalsAndCharacters() throws Exception {
        assertThat(convert("calm", Mood.class)).isEqualTo(Mood.calm);
        assertThat(convert("x", char.class)).isEqualTo('x');
        assertThat(convert("PT36H", Duration.class)).isEqualTo(Duration.ofHours(36));
        assertThat(convert("P1Y2M3D", Period.class)).isEqualTo(Period.of(1, 2, 3));
        assertThat(convert("10.0.0.1", InetAddress.class)).isEqualTo(InetAddress.getByName("10.0.0.1"));
        assertUnfit("furious", Mood.class);
        assertUnfit("PT36H", Period.class);
        assertUnfit("tomorrow", Duration.class);
        assertUnfit("P", InetAddress.class);
        assertUnfit("localhost", InetAddress.class);
        assertUnfit("999.0.0.1", InetAddress.class);
        assertUnfit("::1::", InetAddress.class);
    }

    @Test
    void of_moments_areInstantsAndZonedTimes() {
        OffsetDateTime moment = OffsetDateTime.parse("2026-01-02T03:04:05Z");
        assertThat(convert(moment, Instant.class)).isEqualTo(moment.toInstant());
        assertThat(convert(moment, ZonedDateTime.class)).isEqualTo(moment.toZonedDateTime());
        assertThat(convert(OffsetDateTime.MIN, Instant.class)).isEqualTo(Instant.MIN);
        assertSenseless(moment, LocalDate.class);
    }

    @Test
    void of_lists_areArrays() {
        assertThat(convert(List.of(1, 2), int[].class)).containsExactly(1, 2);
        assertThat(convert(List.of(List.of(1), List.of(2)), long[][].class)).isDeepEqualTo(new long[][] {{1}, {2}});
        assertThat(convert(Arrays.asList("calm", null), Mood[].class)).containsExactly(Mood.calm, null);
        assertUnfit(List.of("x"), Mood[].class);
        assertSenseless(List.of(1), String.class);
    }

    @Test
    void of_json_isWhatJsonBindingMakesOfIt() {
        Map<String, Object> map = Map.of("name", "bolt", "count", new BigDecimal(4));
        assertThat(convert(map, Item.class)).isEqualTo(new Item("bolt", 4));
        assertThat(convert(List.of(map), Item[].class)).containsExactly(new Item("bolt", 4));
        assertThat(convert(map, JsonObject.class).getInt("count")).isEqualTo(4);
        assertThat(convert("text", JsonValue.class).toString()).isEqualTo("\"text\"");
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("a", null);
        assertThat(convert(nothing, String.class)).isEqualTo("{\"a\":null}");
        assertUnfit(Map.of("count", new BigDecimal("3000000000")), Item.class);
    }

    @Test
    void of_anything_hasAText() {
        assertThat(convert(5, String.class)).isEqualTo("5");
        assertThat(convert(new BigDecimal("1E-7"), String.class)).isEqualTo("0.0000001");
        assertThat(convert(1e20, String.class)).isEqualTo("1e+20");
        assertThat(convert(true, String.class)).isEqualTo("true");
        assertThat(convert(LocalTime.of(10, 15), String.class)).isEqualTo("10:15:00");
        assertThat(convert(new byte[] {0, -1}, String.class)).isEqualTo("\\x00ff");
    }

    @Test
    void of_classesWithNothingInCommon_isAnError() {
        assertSenseless("5", int.class);
        assertSenseless("2026-01-02", LocalDate.class);
        assertSenseless(5, boolean.class);
        assertSenseless(true, int.class);
        assertSenseless(LocalDate.EPOCH, LocalTime.class);
        assertSenseless(new UUID(0, 1), byte[].class);
        assertSenseless(List.of(1), byte[].class);
    }

    @Test
    void translate_valueOfARow_namesColumnAndClassesButNoValue() {
        Origin origin = new Origin("default", Role.READ, null);
        assertThatThrownBy(() -> {
                    try {
                        convert(3_000_000_000L, int.class);
                    } catch (ConversionException failure) {
                        throw ReadFailures.translate(failure, "n", 3_000_000_000L, origin);
                    }
                })
                .hasMessage("DUET-205 a value of column n, of type java.lang.Long, cannot be read as int: it is out of "
                        + "range [alias=default, role=read]; ask for another type, or cast the column in SQL");
    }

    private void assertUnfit(Object value, Class<?> wanted) {
        assertThatThrownBy(() -> convert(value, wanted))
                .isInstanceOfSatisfying(
                        ConversionException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ConversionException.Kind.VALUE));
    }

    private void assertSenseless(Object value, Class<?> wanted) {
        assertThatThrownBy(() -> convert(value, wanted))
                .isInstanceOfSatisfying(
                        ConversionException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ConversionException.Kind.TYPE));
    }
}
