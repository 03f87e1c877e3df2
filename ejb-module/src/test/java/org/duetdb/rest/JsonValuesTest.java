package org.duetdb.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the values of columns look like, held against JSON-B, which wrote them before. */
class JsonValuesTest {

    private static final Jsonb BINDING = JsonbBuilder.create();
    private static final ZoneOffset EAST = ZoneOffset.ofHoursMinutesSeconds(1, 23, 45);

    /** What comes from no column. */
    public record Pair(int left, String right, LocalDate day) {}

    private static String json(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonOutput out = new JsonOutput(bytes);
        new JsonValues(out, () -> BINDING).write(value);
        out.finish();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static List<Object> valuesAsJsonBindingWritesThem() {
        return List.of(
                0,
                -1,
                9,
                10,
                Integer.MAX_VALUE,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                9_007_199_254_740_993L,
                Short.MIN_VALUE,
                new BigDecimal("12.50"),
                new BigDecimal("-0.00"),
                new BigDecimal("1E-20"),
                new BigDecimal("123456789012345678901234567890.123456789"),
                new BigDecimal(BigInteger.TEN.pow(2_000)),
                new BigInteger("12345678901234567890"),
                1.5d,
                0.1d,
                -0.0d,
                1e300,
                Double.MIN_VALUE,
                0.1f,
                1.5f,
                true,
                false,
                "",
                "plain",
                "quote \" backslash \\ solidus / \b\f\n\r\t \u0000 \u001f \u007f \u0080 \u2028 \uffff",
                "äöü ß € 日本語 😀",
                "x".repeat(100_000),
                "ä😀\"".repeat(20_000),
                'c',
                TimeUnit.SECONDS,
                UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(1, 1, 1),
                LocalDate.of(0, 12, 31),
                LocalDate.of(-44, 3, 15),
                LocalDate.of(10_000, 1, 1),
                LocalDate.of(Year.MAX_VALUE, 1, 1),
                LocalTime.MIDNIGHT,
                LocalTime.of(1, 2),
                LocalTime.of(1, 2, 3, 40_000),
                LocalTime.of(23, 59, 59, 999_999_000),
                LocalTime.of(1, 2, 3, 1),
                OffsetTime.of(1, 2, 3, 500_000_000, ZoneOffset.UTC),
                OffsetTime.of(1, 2, 3, 0, EAST),
                LocalDateTime.of(2024, 1, 2, 3, 4),
                LocalDateTime.of(-1, 1, 2, 3, 4, 5, 600_000_000),
                OffsetDateTime.of(2024, 1, 2, 3, 4, 0, 0, ZoneOffset.UTC),
                OffsetDateTime.of(2024, 1, 2, 3, 4, 5, 123_456_000, ZoneOffset.ofHours(-11)),
                OffsetDateTime.of(294_276, 12, 31, 23, 59, 59, 0, EAST),
                List.of(),
                List.of(1, "two", List.of(List.of(), Map.of())),
                Arrays.asList(1, null, 2),
                new TreeSet<>(List.of("b", "a")),
                Map.of(),
                Map.of("a \"key\" ä", Map.of("b", List.of(new BigDecimal("1.10")))),
                Collections.singletonMap("nothing", null),
                new Pair(1, "x", LocalDate.EPOCH),
                List.of(new Pair(1, "x", LocalDate.EPOCH), new Pair(2, "ä", LocalDate.EPOCH)),
                JsonValue.TRUE,
                new int[] {1, 2});
    }

    @ParameterizedTest
    @MethodSource("valuesAsJsonBindingWritesThem")
    void value_isWrittenAsByJsonBinding(Object value) throws IOException {
        assertThat(json(value)).isEqualTo(BINDING.toJson(value));
    }

    @Test
    void randomText_isWrittenAsByJsonBinding() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            int length = random.nextInt(40);
            int highest = random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT;
            String text = random.ints(length, 0, highest)
                    .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(json(List.of(text, text))).isEqualTo(BINDING.toJson(List.of(text, text)));
        }
    }

    @Test
    void halfSurrogatePair_isEscaped() throws IOException {
        assertThat(json("a\ud83d")).isEqualTo("\"a\\ud83d\"");
        assertThat(json("\ude00b")).isEqualTo("\"\\ude00b\"");
        assertThat(json("\ude00\ud83d")).isEqualTo("\"\\ude00\\ud83d\"");
    }

    @Test
    void whatIsNoNumberOfJson_isAStringAsInPostgreSql() throws IOException {
        assertThat(json(Arrays.asList(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)))
                .isEqualTo("[\"NaN\",\"Infinity\",\"-Infinity\"]");
        assertThat(json(Arrays.asList(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)))
                .isEqualTo("[\"NaN\",\"Infinity\",\"-Infinity\"]");
    }

    @Test
    void infiniteDates_areWrittenAsInPostgreSql() throws IOException {
        assertThat(json(List.of(LocalDate.MAX, LocalDateTime.MAX, OffsetDateTime.MAX)))
                .isEqualTo("[\"infinity\",\"infinity\",\"infinity\"]");
        assertThat(json(List.of(LocalDate.MIN, LocalDateTime.MIN, OffsetDateTime.MIN)))
                .isEqualTo("[\"-infinity\",\"-infinity\",\"-infinity\"]");
    }

    @Test
    void endOfTheDay_isWrittenAsInPostgreSql() throws IOException {
        assertThat(json(List.of(LocalTime.MAX, LocalTime.MAX.atOffset(ZoneOffset.UTC))))
                .isEqualTo("[\"24:00:00\",\"24:00:00Z\"]");
    }

    @Test
    void bytes_areBase64() throws IOException {
        assertThat(json(new byte[] {0, -1, 62, 63})).isEqualTo("\"AP8+Pw==\"");
        assertThat(json(new byte[0])).isEqualTo("\"\"");
    }

    @Test
    void members_keepTheOrderOfTheColumnsAndTheirNulls() throws IOException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("z", 1);
        row.put("a", null);
        row.put("m", "x");
        assertThat(json(row)).isEqualTo("{\"z\":1,\"a\":null,\"m\":\"x\"}");
    }

    @Test
    void nothing_isNull() throws IOException {
        assertThat(json(null)).isEqualTo("null");
    }
}
