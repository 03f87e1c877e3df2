package org.duetdb.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.duetdb.Databases;

/** How the databases are. */
@Path("databases")
@Produces(MediaType.APPLICATION_JSON)
public class DatabasesResource {

    @Inject
    private Databases databases;

    /** Shows the status of every alias and role. */
    @GET
    public List<DatabaseView> list() {
        return databases.status().stream().map(DatabaseView::of).toList();
    }
}
