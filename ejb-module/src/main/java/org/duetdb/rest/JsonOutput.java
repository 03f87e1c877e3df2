package org.duetdb.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON text (RFC 8259) in UTF-8, on its way to a stream: nothing is passed on before there is a whole buffer of it. It
 * is for the caller to append things in the right order. For one text, by one thread.
 */
final class JsonOutput {

    /** More than a server holds back by itself, so that what has been passed on has been sent. */
    static final int BUFFER = 16_384;

    private static final int FIRST_BUFFER = 1_024;

    private final OutputStream out;
    private final Runnable beginning;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int length;
    private boolean begun;

    JsonOutput(OutputStream out) {
        this(out, () -> {});
    }

    /** Creates one; {@code beginning} is run before the first part of a text that is passed on in parts. */
    JsonOutput(OutputStream out, Runnable beginning) {
        this.out = out;
        this.beginning = beginning;
    }

    /** Passes on the last part, or the whole text. */
    void finish() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    /** Makes room for that many bytes, at most {@value #FIRST_BUFFER}. */
    private void reserve(int bytes) throws IOException {
        if (buffer.length - length >= bytes) {
            return;
        }
        if (buffer.length < BUFFER) {
            buffer = Arrays.copyOf(buffer, buffer.length * 4);
            return;
        }
        if (!begun) {
            begun = true;
            beginning.run();
        }
        finish();
    }

    /** Appends one ASCII character. */
    void symbol(char symbol) throws IOException {
        reserve(1);
        buffer[length++] = (byte) symbol;
    }

    /** Appends text that is JSON by itself. */
    void json(String text) throws IOException {
        append(text.getBytes(StandardCharsets.UTF_8));
    }

    private void append(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += FIRST_BUFFER) {
            int part = Math.min(FIRST_BUFFER, bytes.length - from);
            reserve(part);
            System.arraycopy(bytes, from, buffer, length, part);
            length += part;
        }
    }

    /** Appends a string, with its quotes. */
    void string(String text) throws IOException {
        if (!isAppendedAsItIs(text)) {
            symbol('"');
            json(JsonEscapes.in(text));
            symbol('"');
        }
    }

    /** Most strings are short, in ASCII, and have nothing to escape. */
    private boolean isAppendedAsItIs(String text) throws IOException {
        int characters = text.length();
        if (characters > FIRST_BUFFER - 2) {
            return false;
        }
        reserve(characters + 2);
        byte[] bytes = buffer;
        int at = length;
        bytes[at++] = '"';
        for (int i = 0; i < characters; i++) {
            char letter = text.charAt(i);
            if (letter > '~' || JsonEscapes.isNeeded(letter)) {
                return false;
            }
            bytes[at++] = (byte) letter;
        }
        bytes[at++] = '"';
        length = at;
        return true;
    }

    /** Appends a number. */
    void number(long number) throws IOException {
        if (number < 0) {
            json(Long.toString(number));
            return;
        }
        int width = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            width++;
        }
        digits(number, width);
    }

    /** Appends the last digits of a number. */
    void digits(long number, int width) throws IOException {
        reserve(width);
        long rest = number;
        for (int at = length + width - 1; at >= length; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += width;
    }
}
