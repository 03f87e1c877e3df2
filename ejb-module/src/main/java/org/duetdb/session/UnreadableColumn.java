package org.duetdb.session;

import java.io.Serial;

/** A value cannot be read. Says which column, and never the value. */
final class UnreadableColumn extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableColumn(String message) {
        super(message);
    }
}
