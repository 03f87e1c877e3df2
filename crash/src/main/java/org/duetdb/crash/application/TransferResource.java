package org.duetdb.crash.application;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import org.duetdb.Database;
import org.duetdb.DbSession;

/** Moves money between two databases. */
@Path("transfers")
public class TransferResource {

    @Inject
    @Database
    private DbSession app;

    @Inject
    @Database(alias = "analytics")
    private DbSession analytics;

    /**
     * Moves an amount from an account to that of the same number in the other database.
     *
     * @param id the transfer's own, which no other has
     * @param toApp whether it goes to the default database
     */
    @POST
    @Path("{id}")
    public void transfer(
            @PathParam("id") long id,
            @QueryParam("account") int account,
            @QueryParam("amount") BigDecimal amount,
            @QueryParam("toApp") boolean toApp) {
        app.begin();
        post(toApp ? analytics : app, id, account, amount.negate());
        post(toApp ? app : analytics, id, account, amount);
    }

    private static void post(DbSession session, long id, int account, BigDecimal amount) {
        session.execute("UPDATE account SET balance = balance + $1 WHERE id = $2", amount, account);
        session.execute("INSERT INTO ledger (transfer, account, amount) VALUES ($1, $2, $3)", id, account, amount);
    }
}
