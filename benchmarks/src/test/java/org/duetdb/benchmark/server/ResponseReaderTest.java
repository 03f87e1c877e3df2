package org.duetdb.benchmark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The next response can be read only if the one before was read to its very end. */
class ResponseReaderTest {

    private static final String FIXED = "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"a\":\r\n\r\n1}";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\nB\r\n2345678901}\r\n0\r\n\r\n";
    private static final String LAST = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    private static final String ERROR = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n";

    /** Gives one byte at a time. */
    private static ResponseReader slow(String text) {
        return new ResponseReader(new FilterInputStream(stream(text)) {
            @Override
            public int read(byte[] target) throws IOException {
                return super.read(target, 0, 1);
            }
        });
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void read_responsesOfBothForms_oneAfterTheOther() throws Exception {
        for (ResponseReader reader : new ResponseReader[] {
            new ResponseReader(stream(FIXED + CHUNKED + FIXED + LAST)), slow(FIXED + CHUNKED + FIXED + LAST)
        }) {
            assertThat(reader.read()).isTrue();
            assertThat(reader.read()).isTrue();
            assertThat(reader.read()).isTrue();
            assertThat(reader.read()).isFalse();
        }
    }

    @Test
    void read_anotherStatus_isAnError() {
        assertThatThrownBy(() -> new ResponseReader(stream(ERROR)).read()).hasMessageContaining("500");
    }

    @Test
    void read_connectionThatEndsTooEarly_isAnError() {
        String half = FIXED.substring(0, FIXED.length() - 1);
        assertThatThrownBy(() -> new ResponseReader(stream(half)).read()).isInstanceOf(EOFException.class);
    }
}
