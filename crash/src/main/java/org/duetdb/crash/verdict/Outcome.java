package org.duetdb.crash.verdict;

import java.util.List;
import org.duetdb.crash.attack.Attack;
import org.duetdb.crash.client.Answer;
import org.duetdb.crash.client.Journal;

/**
 * What became of one run.
 *
 * @param attack what was done
 * @param journal what the clients were told
 * @param recovery how it ended by itself
 * @param lost how many transfers are not where they should be, or where they should not be
 * @param violations what does not hold, in words; empty if all does
 */
public record Outcome(Attack attack, Journal journal, Recovery recovery, int lost, List<String> violations) {

    /** Copies the list. */
    public Outcome {
        violations = List.copyOf(violations);
    }

    /** Returns it as one line. */
    @Override
    public String toString() {
        return "seed " + attack.seed() + ", " + attack + ": "
                + journal.count(Answer.ACKNOWLEDGED) + " made, " + journal.count(Answer.REFUSED) + " refused, "
                + journal.count(Answer.UNKNOWN) + " unknown; " + recovery
                + (violations.isEmpty() ? "" : "; BROKEN: " + String.join("; ", violations));
    }
}
