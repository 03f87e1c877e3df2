package org.duetdb.configure;

import java.io.Serial;

/** A server cannot be configured: the message is one sentence, {@code DUET-nnn what failed; what to do}. */
public final class ConfigureException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates one. */
    public ConfigureException(String message) {
        super(message);
    }

    /** Creates one with its cause. */
    public ConfigureException(String message, Throwable cause) {
        super(message, cause);
    }
}
