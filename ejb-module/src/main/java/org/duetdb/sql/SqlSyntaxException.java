package org.duetdb.sql;

import java.io.Serial;

/** A text that is refused before it is sent. Positions count from 1, as the server's do. */
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

    static SqlSyntaxException unfinished(String what) {
        return new SqlSyntaxException("DUET-201", what + " in the statement has no end", "close it");
    }

    static SqlSyntaxException placeholder(int index) {
        return new SqlSyntaxException(
                "DUET-201",
                "the placeholder at character " + (index + 1) + " is not one of $1 to $" + Placeholders.MOST,
                "number the parameters from 1");
    }

    static SqlSyntaxException number(int index) {
        return new SqlSyntaxException(
                "DUET-201",
                "the number at character " + (index + 1) + " runs into a name",
                "separate them, or correct the number");
    }

    static SqlSyntaxException stray(char c, int index) {
        return new SqlSyntaxException(
                "DUET-220",
                String.format("character %d of the statement, U+%04X, has no meaning there", index + 1, (int) c),
                "remove it");
    }

    static SqlSyntaxException unknownToDriver(int index) {
        return new SqlSyntaxException(
                "DUET-222",
                "the name or tag at character " + (index + 1) + " has a $ and a letter that the driver does not know",
                "put the name into double quotes, write the tag in ASCII");
    }

    String code() {
        return code;
    }

    String remedy() {
        return remedy;
    }
}
