package org.duetdb.web;

import static org.duetdb.web.problem.ProblemType.INSUFFICIENT_FUNDS;
import static org.duetdb.web.problem.ProblemType.NOT_FOUND;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.Row;
import org.duetdb.web.input.Transfer;
import org.duetdb.web.problem.ProblemException;

/** Transfers between accounts: both accounts and the event of it change together, or nothing does. */
@Path("api/transfers")
public class TransferResource {

    @Inject
    @Database
    private DbSession accounts;

    @Inject
    @Database(alias = "analytics")
    private DbSession analytics;

    /** Moves an amount from one account to another. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void transfer(Transfer transfer) {
        accounts.begin();
        lock(transfer);
        long debited = accounts.execute(
                "UPDATE accounts SET balance = balance - $1 WHERE id = $2 AND balance >= $1",
                transfer.amount(),
                transfer.from());
        if (debited == 0) {
            throw new ProblemException(INSUFFICIENT_FUNDS, "The balance of the account is less than the amount.");
        }
        accounts.execute("UPDATE accounts SET balance = balance + $1 WHERE id = $2", transfer.amount(), transfer.to());
        analytics.execute(
                "INSERT INTO events (kind, payload) VALUES ($1, $2)",
                "transfer",
                Map.of("from", transfer.from(), "to", transfer.to(), "amount", transfer.amount()));
    }

    /** In the order of their numbers, so that two transfers in opposite directions do not wait for each other. */
    private void lock(Transfer transfer) {
        List<Row> locked = accounts.query(
                "SELECT id FROM accounts WHERE id IN ($1, $2) ORDER BY id FOR UPDATE", transfer.from(), transfer.to());
        if (locked.size() < 2) {
            boolean known =
                    locked.stream().anyMatch(account -> account.get("id").equals(transfer.from()));
            throw new ProblemException(NOT_FOUND, (known ? "to" : "from") + ": there is no such account.");
        }
    }
}
