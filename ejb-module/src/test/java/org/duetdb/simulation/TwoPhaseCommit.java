package org.duetdb.simulation;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import java.sql.SQLException;
import java.util.List;

/** The commit of a transaction with several databases, or none: all prepare, then all commit. */
final class TwoPhaseCommit {

    private final SimulatedTransaction transaction;
    private final Faults faults;
    private final List<Enlisted> all;

    TwoPhaseCommit(SimulatedTransaction transaction, Faults faults, List<Enlisted> all) {
        this.transaction = transaction;
        this.faults = faults;
        this.all = all;
    }

    void run() throws RollbackException, HeuristicMixedException, HeuristicRollbackException {
        for (Enlisted each : all) {
            if (!prepare(each)) {
                transaction.rollback();
                throw new RollbackException();
            }
        }
        commit();
    }

    private boolean prepare(Enlisted each) {
        boolean refused = faults.strike("a database refuses PREPARE TRANSACTION");
        if (refused) {
            each.branch().abort();
        }
        if (faults.strike("a connection is lost before PREPARE TRANSACTION")) {
            each.backend().die();
        }
        try {
            each.branch().vote(true);
            return !refused && each.backend().isAlive();
        } catch (SQLException violated) {
            return false;
        }
    }

    /** Commits what is prepared. A connection that is lost now does not matter: recovery has another. */
    private void commit() throws HeuristicMixedException, HeuristicRollbackException {
        int lost = 0;
        for (Enlisted each : all) {
            if (faults.strike("somebody rolls back a prepared transaction", 4)) {
                transaction.decidedByOthers();
                each.branch().rollback();
            }
            if (faults.strike("a connection is lost before COMMIT PREPARED")) {
                each.backend().die();
            }
            lost += each.branch().commit() ? 0 : 1;
        }
        if (lost > 0 && lost == all.size()) {
            transaction.completed(Status.STATUS_ROLLEDBACK, Status.STATUS_ROLLEDBACK);
            throw new HeuristicRollbackException();
        }
        transaction.completed(Status.STATUS_COMMITTED, Status.STATUS_COMMITTED);
        if (lost > 0) {
            throw new HeuristicMixedException();
        }
    }
}
