package org.duetdb.simulation;

import org.duetdb.DuetException;
import org.duetdb.TransactionOptions;
import org.duetdb.session.JdbcDbSession;

/** {@code transaction(work)} inside a transaction: it is undone alone, or it is part of what surrounds it. */
final class SavepointWork {

    private final World world;
    private final Unit around;
    private final JdbcDbSession session;
    private final ObservedWork work;

    SavepointWork(World world, Unit around, JdbcDbSession session, ObservedWork work) {
        this.world = world;
        this.around = around;
        this.session = session;
        this.work = work;
    }

    void run(TransactionOptions options) throws Throwable {
        boolean legal = around.isSound(world.faults().count()) && options.equals(TransactionOptions.DEFAULT);
        int before = world.faults().count();
        around.enter();
        try {
            session.transaction(options, work::run);
        } catch (Throwable failure) {
            if (work.hasRun()) {
                undone(failure);
            } else {
                around.leave(false);
                require(!legal || before != world.faults().count(), "transaction(work) is refused: " + failure);
            }
            throw failure;
        }
        require(work.thrown() == null, "what the work threw is swallowed");
        require(around.innermostFailure() == null, "a swallowed failure passes silently");
        around.leave(true);
    }

    private void undone(Throwable failure) {
        DuetException reason = around.innermostFailure();
        around.leave(false);
        if (failure == work.thrown()) {
            return;
        }
        require(failure instanceof DuetException, "transaction(work) throws " + failure);
        require(
                reason != null || around.isStruck(world.faults().count()),
                "transaction(work) is undone without a reason: " + failure);
        if (reason == null) {
            // a savepoint could not be released, of one database after those of others
            around.doubt();
        }
    }

    private void require(boolean condition, String promise) {
        world.trace().require(condition, promise);
    }
}
