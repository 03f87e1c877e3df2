package org.duetdb.crash.verdict;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.duetdb.crash.bank.Bank;
import org.duetdb.crash.bank.Books;
import org.duetdb.crash.bank.Side;
import org.duetdb.crash.client.Answer;

/**
 * Compares the books of both databases with what the clients were told.
 *
 * @param app those of one
 * @param analytics those of the other
 * @param answers the answer to each transfer
 */
public record Audit(Books app, Books analytics, Map<Long, Answer> answers) {

    private static final BigDecimal ALL =
            Bank.FUNDS.multiply(BigDecimal.valueOf((long) Bank.ACCOUNTS * Side.values().length));

    /** Returns the transfers that are wrong, each in words. */
    public List<String> transfers() {
        List<String> wrong = new ArrayList<>();
        TreeSet<Long> all = new TreeSet<>(answers.keySet());
        all.addAll(app.entries().keySet());
        all.addAll(analytics.entries().keySet());
        for (Long transfer : all) {
            BigDecimal here = app.entries().get(transfer);
            BigDecimal there = analytics.entries().get(transfer);
            Answer answer = answers.get(transfer);
            if ((here == null) != (there == null)) {
                wrong.add(answer + " transfer " + transfer + " is only in " + (here == null ? "analytics" : "app"));
            } else if (here == null && answer == Answer.ACKNOWLEDGED) {
                wrong.add(answer + " transfer " + transfer + " is nowhere");
            } else if (here != null && answer == Answer.REFUSED) {
                wrong.add(answer + " transfer " + transfer + " was made");
            } else if (here != null && here.add(there).signum() != 0) {
                wrong.add(answer + " transfer " + transfer + " is of " + here + " and " + there);
            } else if (answer == null) {
                wrong.add("transfer " + transfer + " was sent by nobody");
            }
        }
        return wrong;
    }

    /** Returns what else does not hold, in words. */
    public List<String> sums() {
        List<String> wrong = new ArrayList<>();
        BigDecimal total = app.total().add(analytics.total());
        if (total.compareTo(ALL) != 0) {
            wrong.add("the total is " + total + " and was " + ALL);
        }
        int unbalanced = Stream.of(app, analytics).mapToInt(Books::unbalanced).sum();
        if (unbalanced > 0) {
            wrong.add(unbalanced + " accounts are not what the ledger says");
        }
        return wrong;
    }
}
