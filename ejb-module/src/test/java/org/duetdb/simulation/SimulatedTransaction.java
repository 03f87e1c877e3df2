package org.duetdb.simulation;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A transaction of the simulated manager: its branches, what is told of its end, and its way there. */
final class SimulatedTransaction {

    private final ServerHabit habit;
    private final Faults faults;
    private final Trace trace;
    private final List<Enlisted> enlisted = new ArrayList<>();
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Backend> lost = new ArrayList<>();

    private int status = Status.STATUS_ACTIVE;
    private boolean containers;
    private boolean timedOut;
    private boolean heuristic;

    SimulatedTransaction(ServerHabit habit, Faults faults, Trace trace) {
        this.habit = habit;
        this.faults = faults;
        this.trace = trace;
    }

    int status() {
        return status;
    }

    Map<Object, Object> resources() {
        return resources;
    }

    /** The container has begun it, and ends it. */
    void belongsToContainer() {
        containers = true;
    }

    boolean isContainers() {
        return containers;
    }

    /** Returns whether it took too long. */
    boolean isTimedOut() {
        return timedOut;
    }

    /** A database has decided on its own. */
    void decidedByOthers() {
        heuristic = true;
    }

    /** Returns whether a database decided on its own. */
    boolean isHeuristic() {
        return heuristic;
    }

    /** Returns whether it has ended, whatever was said of it. */
    boolean isOver() {
        return status == Status.STATUS_COMMITTED || status == Status.STATUS_ROLLEDBACK;
    }

    void register(Synchronization synchronization) {
        synchronizations.add(synchronization);
    }

    Branch enlist(SimulatedDatabase database, Backend backend) {
        Branch branch = new Branch(database);
        enlisted.add(new Enlisted(branch, backend));
        return branch;
    }

    /** A connection could not be enlisted, and nobody was told. */
    void lost(Backend backend) {
        lost.add(backend);
    }

    /** Returns whether it has lost all its connections to a database; a reader may have one of its own. */
    boolean hasLost(String alias) {
        List<Backend> backends = Stream.concat(enlisted.stream().map(Enlisted::backend), lost.stream())
                .filter(backend -> backend.database().alias().equals(alias))
                .toList();
        return !backends.isEmpty() && backends.stream().noneMatch(Backend::isAlive);
    }

    void markRollbackOnly() {
        if (status == Status.STATUS_ACTIVE) {
            status = Status.STATUS_MARKED_ROLLBACK;
        }
    }

    /** It takes too long. Another thread cannot end it while something of it is being done under a lock. */
    void timeOut() {
        timedOut = true;
        if (habit.endsAtTimeout() && synchronizations.stream().noneMatch(Thread::holdsLock)) {
            rollback();
        } else {
            markRollbackOnly();
        }
    }

    /** Rolls back, which nothing prevents. */
    void rollback() {
        if (isOver()) {
            return;
        }
        status = Status.STATUS_ROLLING_BACK;
        enlisted.forEach(each -> each.branch().rollback());
        completed(Status.STATUS_ROLLEDBACK, Status.STATUS_ROLLEDBACK);
    }

    void commit() throws RollbackException, HeuristicMixedException, HeuristicRollbackException, SystemException {
        if (status == Status.STATUS_ROLLEDBACK) {
            throw new RollbackException();
        }
        beforeCompletion();
        if (status != Status.STATUS_ACTIVE) {
            rollback();
            throw new RollbackException();
        }
        status = Status.STATUS_COMMITTING;
        if (enlisted.size() == 1) {
            new OnePhaseCommit(this, habit, faults, enlisted.get(0)).run();
        } else {
            new TwoPhaseCommit(this, faults, enlisted).run();
        }
    }

    private void beforeCompletion() throws RollbackException {
        if (status != Status.STATUS_ACTIVE) {
            return;
        }
        for (Synchronization each : synchronizations) {
            try {
                each.beforeCompletion();
            } catch (RuntimeException refusal) {
                rollback();
                RollbackException refused = new RollbackException();
                if (habit.passesCauses()) {
                    refused.initCause(refusal);
                }
                throw refused;
            }
        }
    }

    /** Tells those who registered, and keeps what is true. */
    void completed(int told, int truth) {
        status = told;
        for (Synchronization each : synchronizations) {
            try {
                each.afterCompletion(told);
            } catch (Throwable thrown) {
                trace.violated("afterCompletion threw " + thrown);
            }
        }
        status = truth;
    }
}
