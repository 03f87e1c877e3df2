package org.duetdb.web.problem;

import java.util.Locale;

/** The problems that clients can tell apart. The names are part of the application's interface. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not valid"),
    NOT_FOUND(404, "Not Found"),
    BODY_TOO_LARGE(413, "The body is too large"),
    INSUFFICIENT_FUNDS(409, "Insufficient funds"),
    INSUFFICIENT_STOCK(409, "Insufficient stock"),
    CONSTRAINT_VIOLATION(409, "A rule of the database forbids it"),
    MISSING_VALUE(400, "A value is missing"),
    INVALID_VALUE(400, "A value does not fit"),
    CONCURRENT_CHANGE(409, "Changed by others at the same time"),
    UNAVAILABLE(503, "A database is not available"),
    UNKNOWN_OUTCOME(500, "The outcome is not known"),
    ROLLED_BACK(500, "Nothing was changed"),
    DATABASE_ERROR(500, "A database reported an error"),
    INTERNAL_ERROR(500, "Internal error");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String urn() {
        return urn(name());
    }

    static String urn(String name) {
        return "urn:duet:problem:" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
