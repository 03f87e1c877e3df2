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

    /** A refusal is what the application itself answers: the server may fail after the commit as well. */
    static Answer of(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 2) {
            return ACKNOWLEDGED;
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.startsWith(PROBLEM) && !response.body().contains(UNKNOWN_OUTCOME) ? REFUSED : UNKNOWN;
    }
}
