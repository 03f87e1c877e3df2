package org.duetdb.configure;

import java.io.Serial;
import java.util.List;

/** A server has no counterpart for something that is configured; it would be ignored in silence. */
public final class UnsupportedSettingsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates one; every problem is a sentence. */
    public UnsupportedSettingsException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
