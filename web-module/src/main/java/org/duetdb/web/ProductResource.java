package org.duetdb.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.Row;

/** The products. */
@Path("api/products")
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {

    @Inject
    @Database(read = true)
    private DbSession replica;

    /** Lists all products by their number. */
    @GET
    public List<Row> list() {
        return replica.query("SELECT id, name, price, stock FROM products ORDER BY id");
    }
}
