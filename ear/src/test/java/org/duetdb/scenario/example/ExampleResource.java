package org.duetdb.scenario.example;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.UUID;
import org.duetdb.AsyncDbSession;
import org.duetdb.Database;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.example.RunnableExample;
import org.duetdb.example.Visit;
import org.duetdb.model.Repository;

/** Runs an example as a resource method would. */
@Path("scenario/examples")
public class ExampleResource {

    @Inject
    @Database
    DbSession shop;

    @Inject
    @Database(read = true)
    DbSession replica;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @Inject
    @Database
    AsyncDbSession later;

    @Inject
    Databases databases;

    @Inject
    @Database(alias = "analytics")
    Repository<Visit, UUID> visits;

    /** Returns {@code done}, or the trace of what the example threw. */
    @POST
    @Path("{class}")
    public String run(@PathParam("class") String className) {
        StartedWork started = new StartedWork(later);
        try {
            Class<?> example = Class.forName(className);
            ((RunnableExample) example.getConstructor().newInstance())
                    .run(shop, replica, analytics, started, databases, visits);
            started.await();
            return "done";
        } catch (Throwable thrown) {
            if (shop.isInTransaction()) {
                shop.setRollbackOnly();
            }
            return trace(thrown);
        }
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
