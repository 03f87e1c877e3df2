package org.duetdb.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/**
 * The last chunk of a response that comes in chunks (RFC 9112 §7.1). A server writes it whatever happened before, and
 * the client takes the response for complete; neither Jakarta REST nor Jakarta Servlet has a call against that. This
 * one can be withheld. For one response, by one thread.
 */
final class ResponseEnd {

    /** Before it there are no chunks, and after it no header {@code Connection}. */
    private static final String CHUNKED = "HTTP/1.1";

    private boolean withheld;

    /**
     * Takes hold of it, before the first byte of the response. The trailer fields (Jakarta Servlet 6.0 §5.3) are asked
     * for when all else has been written. If they cannot be had the last chunk cannot be written, and the server closes
     * the connection, as it has said it would.
     */
    void take(HttpServletRequest request, HttpServletResponse response, MultivaluedMap<String, Object> headers) {
        if (request.getProtocol().equals(CHUNKED)) {
            headers.putSingle("Connection", "close");
            // Undertow has no chunks in a response after which the connection is closed, unless they are asked for
            headers.putSingle("Transfer-Encoding", "chunked");
            response.setTrailerFields(this::trailerFields);
        }
    }

    /** Leaves the response without it. */
    void withhold() {
        withheld = true;
    }

    private Map<String, String> trailerFields() {
        return withheld ? new UnreadableFields() : Map.of();
    }
}
