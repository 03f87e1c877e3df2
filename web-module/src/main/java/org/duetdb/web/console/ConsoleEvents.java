package org.duetdb.web.console;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** What the page shows, as server-sent events. Not below {@code console}, which WildFly keeps for its own. */
@Path("databases/events")
public class ConsoleEvents {

    @Inject
    private StatusFeed feed;

    /** Sends the status of every database, at once and then every second. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void follow(@Context SseEventSink sink, @Context Sse sse) {
        feed.add(sink, sse);
    }
}
