package org.duetdb.rest;

import java.util.Locale;

/** The problems that clients of any application can tell apart. The names are part of the interface. */
enum ProblemType {
    INVALID_VALUE(400, "A value does not fit"),
    MISSING_VALUE(400, "A value is missing"),
    NOT_FOUND(404, "Not Found"),
    CONSTRAINT_VIOLATION(409, "A rule of the database forbids it"),
    CONCURRENT_CHANGE(409, "Changed by others at the same time"),
    UNAVAILABLE(503, "A database is not available"),
    TIMEOUT(504, "Not finished in time"),
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

    String urn() {
        return "urn:duet:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Problem problem(String detail) {
        return new Problem(urn(), title, status, detail);
    }
}
