package org.duetdb.sql;

import java.io.Serial;

/** A text that is refused before it is sent. */
final class SqlSyntaxException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String remedy;

    SqlSyntaxException(String code, String what, String remedy) {
        super(what);
        this.code = code;
        this.remedy = remedy;
    }

    String code() {
        return code;
    }

    String remedy() {
        return remedy;
    }
}
