package org.duetdb.simulation;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import java.sql.SQLException;

/** The commit of a transaction with one database: {@code COMMIT}, and what a server makes of its failure. */
final class OnePhaseCommit {

    private final SimulatedTransaction transaction;
    private final ServerHabit habit;
    private final Faults faults;
    private final Enlisted only;

    OnePhaseCommit(SimulatedTransaction transaction, ServerHabit habit, Faults faults, Enlisted only) {
        this.transaction = transaction;
        this.habit = habit;
        this.faults = faults;
        this.only = only;
    }

    void run() throws RollbackException, HeuristicMixedException, SystemException {
        if (faults.strike("the connection is lost before COMMIT")) {
            only.backend().die();
        } else if (faults.strike("the database refuses COMMIT")) {
            only.branch().rollback();
            leaveInOldBranch();
            failed(faults.choose(true, false));
        }
        if (!only.backend().isAlive()) {
            only.branch().rollback();
            failed(false);
        }
        vote();
        if (faults.strike("the connection is lost after COMMIT")) {
            only.backend().die();
            failed(false);
        }
        transaction.completed(Status.STATUS_COMMITTED, Status.STATUS_COMMITTED);
    }

    private void vote() throws RollbackException, HeuristicMixedException, SystemException {
        try {
            only.branch().vote(false);
        } catch (SQLException violated) {
            leaveInOldBranch();
            failed(true);
        }
    }

    /** The driver does; after a transaction of the container's it is for the pool to find out. */
    private void leaveInOldBranch() {
        if (transaction.isContainers()) {
            only.backend().die();
        } else {
            only.backend().leaveInOldBranch();
        }
    }

    /** Says what the server says, whatever became of it. */
    private void failed(boolean violation) throws RollbackException, HeuristicMixedException, SystemException {
        boolean committed = only.branch().state() == Branch.State.COMMITTED;
        int truth = committed ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK;
        if (habit.claimsCommit()) {
            transaction.completed(Status.STATUS_COMMITTED, truth);
            throw new HeuristicMixedException();
        }
        transaction.completed(Status.STATUS_ROLLEDBACK, truth);
        if (violation) {
            throw new RollbackException();
        }
        throw new SystemException();
    }
}
