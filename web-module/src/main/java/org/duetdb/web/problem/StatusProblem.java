package org.duetdb.web.problem;

import jakarta.ws.rs.core.Response.StatusType;
import org.duetdb.rest.Problem;

/** A problem that the status tells entirely. */
final class StatusProblem {

    private StatusProblem() {}

    static Problem of(StatusType status) {
        String title = status.getReasonPhrase();
        return new Problem(ProblemType.urn(title), title, status.getStatusCode(), sentence(status));
    }

    private static String sentence(StatusType status) {
        return switch (status.getStatusCode()) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take this method; the header Allow names those that it takes.";
            case 406 -> "None of the media types that the header Accept names is to be had here.";
            case 415 -> "The body must be of the media type application/json.";
            default -> status.getReasonPhrase() + ".";
        };
    }
}
