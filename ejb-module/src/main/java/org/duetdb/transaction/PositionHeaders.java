package org.duetdb.transaction;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.position.PositionTokens;

/** How positions travel over HTTP: in a cookie for browsers, and in a header for everybody else. */
final class PositionHeaders {

    private static final String COOKIE = "duet-position";
    private static final String HEADER = "Duet-Position";

    private PositionHeaders() {}

    /** Returns what the request has brought. */
    static List<String> of(ContainerRequestContext request) {
        List<String> all = new ArrayList<>(2);
        String header = request.getHeaderString(HEADER);
        if (header != null) {
            all.add(header);
        }
        Cookie cookie = request.getCookies().get(COOKIE);
        if (cookie != null) {
            all.add(cookie.getValue());
        }
        return all;
    }

    /** Gives the response one to bring along the next time. */
    static void add(ContainerRequestContext request, ContainerResponseContext response, String position) {
        NewCookie cookie = new NewCookie.Builder(COOKIE)
                .value(position)
                .path("/")
                .maxAge((int) PositionTokens.LIFETIME.toSeconds())
                .httpOnly(true)
                .secure(request.getSecurityContext().isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie);
        response.getHeaders().putSingle(HEADER, position);
    }
}
