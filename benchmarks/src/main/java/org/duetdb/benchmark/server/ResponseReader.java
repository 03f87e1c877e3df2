package org.duetdb.benchmark.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads HTTP/1.1 responses off one connection, and looks at nothing that it need not see. For one thread. */
final class ResponseReader {

    private static final int HEX = 16;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int limit;

    ResponseReader(InputStream in) {
        this.in = in;
    }

    /**
     * Reads one response to its end.
     *
     * @return whether the connection can be used again
     * @throws IOException if the status is not 200 as well
     */
    boolean read() throws IOException {
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("the server answered " + status);
        }
        boolean again = true;
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length =
                        Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
            } else if (lower.equals("connection: close")) {
                again = false;
            }
        }
        if (length >= 0) {
            skip(length);
        } else {
            skipChunks();
        }
        return again;
    }

    private void skipChunks() throws IOException {
        int length;
        do {
            length = Integer.parseInt(line(), HEX);
            skip(length);
            line();
        } while (length > 0);
    }

    private String line() throws IOException {
        StringBuilder overlap = new StringBuilder();
        while (true) {
            for (int end = position; end < limit; end++) {
                if (buffer[end] == '\n') {
                    overlap.append(text(end));
                    position = end + 1;
                    return overlap.toString().stripTrailing();
                }
            }
            overlap.append(text(limit));
            fill();
        }
    }

    private String text(int end) {
        return new String(buffer, position, end - position, StandardCharsets.ISO_8859_1);
    }

    private void skip(int length) throws IOException {
        int left = length;
        while (left > limit - position) {
            left -= limit - position;
            fill();
        }
        position += left;
    }

    private void fill() throws IOException {
        position = 0;
        limit = in.read(buffer);
        if (limit < 0) {
            limit = 0;
            throw new EOFException("the server has closed the connection");
        }
    }
}
