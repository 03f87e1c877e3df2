package org.duetdb.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duetdb.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entities are written, and how their text begins and ends. */
class EntityWriterTest {

    private static final Annotation[] NONE = {};
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
    private static final Jsonb BINDING = JsonbBuilder.create();

    private final RowWriter row = new RowWriter(BINDING);
    private final RowsWriter rows = new RowsWriter(BINDING);
    private final StreamWriter stream = new StreamWriter(BINDING);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();

    /** A row that comes from nowhere. */
    private static final class MadeRow extends LinkedHashMap<String, Object> implements Row {
        @Serial
        private static final long serialVersionUID = 1L;

        MadeRow(String column, Object value) {
            super(Map.of(column, value));
        }

        @Override
        public <T> T get(String column, Class<T> type) {
            return type.cast(get(column));
        }
    }

    private boolean areWritten(GenericEntity<?> entity) {
        return rows.isWriteable(entity.getRawType(), entity.getType(), NONE, JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "application, json, true",
        "application, vnd.shop+json, true",
        "text, json, true",
        "*, *, true",
        "application, *, true",
        "text, plain, false",
        "application, xml, false"
    })
    void mediaType_decides(String type, String subtype, boolean written) {
        MediaType mediaType = new MediaType(type, subtype);
        assertThat(row.isWriteable(MadeRow.class, MadeRow.class, NONE, mediaType))
                .isEqualTo(written);
        assertThat(stream.isWriteable(Object.class, Object.class, NONE, mediaType))
                .isEqualTo(written);
    }

    @Test
    void collections_areWrittenIfTheyAreKnownToHoldRows() {
        assertThat(areWritten(new GenericEntity<List<Row>>(new ArrayList<>()) {}))
                .isTrue();
        assertThat(areWritten(new GenericEntity<Set<Row>>(Set.of()) {})).isTrue();
        assertThat(areWritten(new GenericEntity<List<String>>(new ArrayList<>()) {}))
                .isFalse();
        assertThat(areWritten(new GenericEntity<List<? extends Row>>(new ArrayList<>()) {}))
                .isFalse();
        assertThat(rows.isWriteable(ArrayList.class, ArrayList.class, NONE, JSON))
                .isFalse();
    }

    @Test
    void row_isAnObject() throws IOException {
        row.writeTo(new MadeRow("a", 1), MadeRow.class, MadeRow.class, NONE, JSON, headers, out);
        assertThat(out).hasToString("{\"a\":1}");
        assertThat(headers).isEmpty();
    }

    @Test
    void rows_areAnArray() throws IOException {
        List<Row> two = List.of(new MadeRow("a", 1), new MadeRow("b", 2));
        rows.writeTo(two, List.class, List.class, NONE, JSON, headers, out);
        assertThat(out).hasToString("[{\"a\":1},{\"b\":2}]");
    }

    @Test
    void otherCharset_isReplacedInTheHeader() throws IOException {
        MediaType latin = JSON.withCharset("ISO-8859-1");
        row.writeTo(new MadeRow("a", "ä"), MadeRow.class, MadeRow.class, NONE, latin, headers, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"ä\"}");
        assertThat(headers.getFirst("Content-Type")).isEqualTo(JSON.withCharset("UTF-8"));
    }

    @Test
    void sameCharset_leavesTheHeaderAlone() throws IOException {
        MediaType unicode = JSON.withCharset("utf-8");
        row.writeTo(new MadeRow("a", 1), MadeRow.class, MadeRow.class, NONE, unicode, headers, out);
        assertThat(headers).isEmpty();
    }
}
