package org.duetdb.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is passed on, and when. */
class JsonOutputTest {

    private final ByteArrayOutputStream passedOn = new ByteArrayOutputStream();
    private final List<Integer> beginnings = new ArrayList<>();
    private final JsonOutput json = new JsonOutput(passedOn, () -> beginnings.add(passedOn.size()));

    @Test
    void shortText_isPassedOnAtItsEndOnly() throws IOException {
        json.string("x".repeat(JsonOutput.BUFFER / 2));
        assertThat(passedOn.size()).isZero();
        json.finish();
        assertThat(passedOn.size()).isEqualTo(JsonOutput.BUFFER / 2 + 2);
        assertThat(beginnings).isEmpty();
    }

    @Test
    void longText_beginsOnceAndBeforeItsFirstPart() throws IOException {
        for (int i = 0; i < JsonOutput.BUFFER; i++) {
            json.number(i);
        }
        assertThat(beginnings).containsExactly(0);
        assertThat(passedOn.size()).isGreaterThan(JsonOutput.BUFFER);
    }

    @Test
    void everyKindOfText_staysWholeWhereverTheBufferEnds() throws IOException {
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            json.string("ä😀");
            json.number(-i);
            json.number(i);
            json.digits(i, 9);
            json.json("true");
            json.symbol(',');
            json.string("plain" + i);
            expected.append("\"ä😀\"%d%d%09dtrue,\"plain%d\"".formatted(-i, i, i, i));
        }
        json.finish();
        assertThat(passedOn.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    @Test
    void longStrings_areWholeAtEveryLength() throws IOException {
        StringBuilder expected = new StringBuilder();
        for (int length = 1_000; length < 1_050; length++) {
            json.string("x".repeat(length));
            expected.append('"').append("x".repeat(length)).append('"');
        }
        json.finish();
        assertThat(passedOn.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }
}
