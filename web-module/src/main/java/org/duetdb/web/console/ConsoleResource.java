package org.duetdb.web.console;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page and its parts. It loads nothing from elsewhere, and may not. */
@Path("/")
public class ConsoleResource {

    private static final String OWN_PARTS_ONLY = "default-src 'none'; style-src 'self'; script-src 'self';"
            + " connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Returns the page. */
    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Response page() {
        return Response.ok(part("console.html"))
                .header("Content-Security-Policy", OWN_PARTS_ONLY)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Returns its style sheet. */
    @GET
    @Path("console.css")
    @Produces("text/css;charset=UTF-8")
    public String style() {
        return part("console.css");
    }

    /** Returns its script. */
    @GET
    @Path("console.js")
    @Produces("text/javascript;charset=UTF-8")
    public String script() {
        return part("console.js");
    }

    private static String part(String name) {
        try (InputStream part = ConsoleResource.class.getResourceAsStream(name)) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
