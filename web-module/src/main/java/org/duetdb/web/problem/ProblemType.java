package org.duetdb.web.problem;

import java.util.Locale;
import org.duetdb.rest.Problem;

/** The application's own problems that clients can tell apart. The names are part of its interface. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not valid"),
    NOT_FOUND(404, "Not Found"),
    BODY_TOO_LARGE(413, "The body is too large"),
    INSUFFICIENT_FUNDS(409, "Insufficient funds"),
    INSUFFICIENT_STOCK(409, "Insufficient stock"),
    INTERNAL_ERROR(500, "Internal error");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    Problem problem(String detail) {
        return new Problem(urn(name()), title, status, detail);
    }

    static String urn(String name) {
        return "urn:duet:problem:" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
