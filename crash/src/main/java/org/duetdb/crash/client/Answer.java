package org.duetdb.crash.client;

import java.net.http.HttpResponse;

/** What a client knows of a transfer. */
public enum Answer {
    /** It was made. */
    ACKNOWLEDGED,
    /** It was not made. */
    REFUSED,
    /** One or the other. */
    UNKNOWN;

    private static final String PROBLEM = "application/problem+json";
    private static final String UNKNOWN_OUTCOME = "urn:duet:problem:unknown-outcome";

    static Answer of(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return of(response.statusCode(), type, response.body());
    }

    /** A refusal is what the application itself answers: the server may fail after the commit as well. */
    static Answer of(int status, String type, String body) {
        if (status / 100 == 2) {
            return ACKNOWLEDGED;
        }
        return type.startsWith(PROBLEM) && !body.contains(UNKNOWN_OUTCOME) ? REFUSED : UNKNOWN;
    }
}
