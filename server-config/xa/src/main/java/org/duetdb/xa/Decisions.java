package org.duetdb.xa;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this process knows of the branches that it has prepared. Whoever asks to roll back one that is not known here
 * has read it from a database or from a log: that is recovery. Safe for use by several threads.
 */
final class Decisions {

    /** What has been decided about the transaction of a branch. */
    enum Decision {
        /** This process has not prepared the branch. */
        UNKNOWN,
        /** Prepared, and its manager has not yet said what shall become of it. */
        OPEN,
        /** The manager has asked to commit this branch or another one of the transaction. */
        COMMIT
    }

    private record Transaction(Set<BranchId> prepared, boolean committing) {

        Transaction with(BranchId branch) {
            Set<BranchId> more = new HashSet<>(prepared);
            more.add(branch);
            return new Transaction(Set.copyOf(more), committing);
        }

        /** Null when nothing of the transaction is left: what this process need not remember. */
        Transaction without(BranchId branch) {
            Set<BranchId> fewer = new HashSet<>(prepared);
            fewer.remove(branch);
            return fewer.isEmpty() ? null : new Transaction(Set.copyOf(fewer), committing);
        }
    }

    private final Map<GlobalId, Transaction> transactions = new ConcurrentHashMap<>();

    /** A branch is about to be prepared: said before it is, so that recovery never finds one that is not known. */
    void preparing(BranchId branch) {
        transactions.merge(
                branch.global(), new Transaction(Set.of(branch), false), (present, added) -> present.with(branch));
    }

    /** The manager has decided for a commit. */
    void committing(BranchId branch) {
        transactions.computeIfPresent(branch.global(), (global, present) -> new Transaction(present.prepared(), true));
    }

    /** The branch has ended, either way. */
    void ended(BranchId branch) {
        transactions.computeIfPresent(branch.global(), (global, present) -> present.without(branch));
    }

    /** Whether nothing is prepared, as far as this process knows, of a transaction that it had prepared. */
    boolean isEnded(GlobalId transaction) {
        return !transactions.containsKey(transaction);
    }

    Decision of(BranchId branch) {
        Transaction known = transactions.get(branch.global());
        if (known == null || !known.prepared().contains(branch)) {
            return Decision.UNKNOWN;
        }
        return known.committing() ? Decision.COMMIT : Decision.OPEN;
    }
}
