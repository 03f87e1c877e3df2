package org.duetdb.simulation;

import java.util.ArrayList;
import java.util.List;
import org.duetdb.DuetException;
import org.duetdb.TransactionOptions;
import org.duetdb.session.JdbcDbSession;

/** {@code transaction(work)} where there is none: it begins one, perhaps several, and ends each. */
final class OwnWork {

    private final World world;
    private final UnitSessions sessions;
    private final TransactionSteps steps;
    private final JdbcDbSession session;
    private final ObservedWork work;
    private final JdbcDbSession ownerBefore;
    private final Unit ownedBefore;
    private final int faultsBefore;
    private final List<Unit> attempts = new ArrayList<>();

    OwnWork(World world, UnitSessions sessions, TransactionSteps steps, JdbcDbSession session, ObservedWork work) {
        this.world = world;
        this.sessions = sessions;
        this.steps = steps;
        this.session = session;
        this.work = work;
        this.ownerBefore = sessions.owner();
        this.ownedBefore = sessions.owned();
        this.faultsBefore = world.faults().count();
    }

    void run(TransactionOptions options) throws Throwable {
        try {
            session.transaction(options, this::attempt);
        } catch (Throwable failure) {
            sessions.owns(ownerBefore, ownedBefore);
            require(world.unit() == null, "a transaction(work) that throws leaves a transaction on the thread");
            failed(failure);
            throw failure;
        }
        sessions.owns(ownerBefore, ownedBefore);
        require(work.thrown() == null, "what the work threw is swallowed");
        ended(last().isAbandoned() ? Outcome.ROLLED_BACK : Outcome.COMMITTED);
    }

    private void attempt() throws Exception {
        if (!attempts.isEmpty()) {
            ended(Outcome.ROLLED_BACK);
        }
        attempts.add(world.unit());
        last().joined(session);
        sessions.owns(null, last());
        work.run();
    }

    private void failed(Throwable failure) {
        if (attempts.isEmpty()) {
            require(
                    world.transactions().component() != Component.BEGINS_ITSELF
                            || faultsBefore != world.faults().count(),
                    "transaction(work) is refused: " + failure);
        } else if (failure == work.thrown()) {
            ended(Outcome.ROLLED_BACK);
        } else if (failure instanceof DuetException said && Outcome.of(said) != null) {
            steps.endedBy(said, last(), Outcome.of(said));
        } else {
            require(failure instanceof DuetException, "transaction(work) throws " + failure);
            // a further attempt could not begin
            ended(Outcome.ROLLED_BACK);
        }
    }

    private Unit last() {
        return attempts.get(attempts.size() - 1);
    }

    private void ended(Outcome outcome) {
        world.transactions().settle();
        world.ledger().ended(last(), outcome);
    }

    private void require(boolean condition, String promise) {
        world.trace().require(condition, promise);
    }
}
