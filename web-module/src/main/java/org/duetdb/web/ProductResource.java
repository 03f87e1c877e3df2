package org.duetdb.web;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.duetdb.Database;
import org.duetdb.web.model.Product;

/** The products, by an entity manager where the others use SQL. */
@Path("api/products")
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {

    @Inject
    @Database(read = true)
    private EntityManager replica;

    /** Lists all products by their number. */
    @GET
    public List<Product> list() {
        return replica.createQuery("SELECT p FROM Product p ORDER BY p.id", Product.class)
                .getResultList();
    }
}
