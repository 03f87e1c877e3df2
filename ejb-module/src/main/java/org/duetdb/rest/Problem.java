package org.duetdb.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.duetdb.DuetException;

/**
 * What a client is told of an error (RFC 9457 §3). An application can use it for problems of its own as well:
 *
 * <pre>{@code
 * Problem problem = new Problem("urn:shop:problem:sold-out", "Sold out", 409, "There is none left.");
 * return problem.with("product", id).response();
 * }</pre>
 *
 * <p>Immutable, for use by any thread.
 *
 * @param type a URI that names the kind of problem and never changes; {@code about:blank} if the status says it all
 * @param title the kind of problem in a few words, the same whenever it occurs
 * @param status the HTTP status
 * @param detail this occurrence in a sentence; null if there is nothing to add
 * @param members further members by name, in their order: texts, numbers, booleans, maps, collections and JSON values
 */
public record Problem(String type, String title, int status, String detail, Map<String, Object> members) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");
    private static final Set<String> STANDARD = Set.of("type", "title", "status", "detail");

    /**
     * Creates a problem.
     *
     * @throws IllegalArgumentException if a further member has the name of one of the others
     */
    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        if (!Collections.disjoint(members.keySet(), STANDARD)) {
            throw new IllegalArgumentException("a further member must not be called as one of " + STANDARD);
        }
    }

    /** Creates a problem without further members. */
    public Problem(String type, String title, int status, String detail) {
        this(type, title, status, detail, Map.of());
    }

    /**
     * Returns what a client may be told of a failure. Its {@code type} is stable; {@code sqlState}, {@code constraint}
     * and {@code column} are further members where the database said them. It holds no SQL, no value, and no text of
     * the exception.
     */
    public static Problem of(DuetException failure) {
        return ProblemOfFailure.of(failure);
    }

    /** Returns the same problem with one more member; without it if the value is null. */
    public Problem with(String name, Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(type, title, status, detail, more);
    }

    /**
     * Returns the problem as JSON.
     *
     * @throws IllegalArgumentException if a further member is none of what JSON can hold
     */
    public JsonObject json() {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("type", type).add("title", title).add("status", status);
        if (detail != null) {
            json.add("detail", detail);
        }
        return json.addAll(Json.createObjectBuilder(members)).build();
    }

    /** Returns a response of the problem's status. */
    public Response response() {
        return into(Response.status(status));
    }

    /** Completes a response that has its status and headers. */
    public Response into(ResponseBuilder response) {
        return response.type(PROBLEM_JSON)
                .entity(new ProblemText(json().toString()))
                .build();
    }
}
