package org.duetdb.web.problem;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.StatusType;
import org.duetdb.ServerError;

/**
 * The members of a problem (RFC 9457 §3.1).
 *
 * @param sqlState what the database said; null if it did not
 * @param constraint the violated constraint; null if none is concerned
 */
record Problem(String type, String title, int status, String detail, String sqlState, String constraint) {

    private static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");
    private static final int RETRY_SECONDS = 5;

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.urn(), type.title(), type.status(), detail, null, null);
    }

    /** A problem that the status tells entirely. */
    static Problem of(StatusType status) {
        String title = status.getReasonPhrase();
        return new Problem(ProblemType.urn(title), title, status.getStatusCode(), sentence(status), null, null);
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

    Problem with(ServerError error) {
        return new Problem(type, title, status, detail, error.sqlState(), error.constraint());
    }

    JsonObject json() {
        JsonObjectBuilder members = Json.createObjectBuilder()
                .add("type", type)
                .add("title", title)
                .add("status", status)
                .add("detail", detail);
        if (sqlState != null) {
            members.add("sqlState", sqlState);
        }
        if (constraint != null) {
            members.add("constraint", constraint);
        }
        return members.build();
    }

    Response response() {
        ResponseBuilder response = Response.status(status);
        if (status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return into(response);
    }

    /** Completes a response that has its status and headers. */
    Response into(ResponseBuilder response) {
        return response.type(MEDIA_TYPE).entity(json().toString()).build();
    }
}
