package org.duetdb.simulation;

import org.duetdb.DuetException;
import org.duetdb.ForeignKeyViolationException;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.TransactionOptions;
import org.duetdb.session.JdbcDbSession;

/** What a program does with transactions, and what it may expect of it. */
final class TransactionSteps {

    private final World world;
    private final UnitSessions sessions;

    TransactionSteps(World world, UnitSessions sessions) {
        this.world = world;
        this.sessions = sessions;
    }

    void begin(JdbcDbSession session) {
        Unit around = world.unit();
        boolean legal = around == null
                && sessions.owned() == null
                && sessions.isUnitOfWork()
                && world.transactions().component() == Component.BEGINS_ITSELF;
        int before = world.faults().count();
        try {
            session.begin();
        } catch (DuetException refusal) {
            require(!legal || before != world.faults().count(), "begin() is refused: " + refusal);
            require(world.unit() == around, "a begin() that is refused leaves a transaction on the thread");
            throw refusal;
        }
        require(legal, "begin() is accepted");
        sessions.owns(session, world.unit());
        world.unit().joined(session);
    }

    void commit(JdbcDbSession session) {
        end(session, session::commit, Outcome.COMMITTED);
    }

    void rollback(JdbcDbSession session) {
        end(session, session::rollback, Outcome.ROLLED_BACK);
    }

    private void end(JdbcDbSession session, Runnable call, Outcome wanted) {
        Unit unit = world.unit();
        boolean legal = sessions.owner() == session
                && sessions.owned() == unit
                && unit != null
                && !unit.isNested()
                && world.transactions().component() == Component.BEGINS_ITSELF;
        int before = world.faults().count();
        try {
            call.run();
        } catch (DuetException said) {
            Outcome outcome = Outcome.of(said);
            if (outcome == null || !legal) {
                require(!legal || before != world.faults().count(), "the end is refused: " + said);
                require(outcome == null, "an illegal end is answered by " + said);
                require(world.unit() == unit, "an end that is refused ends the transaction");
            } else {
                sessions.owns(null, null);
                endedBy(said, unit, outcome);
            }
            throw said;
        }
        require(legal, "an illegal end passes silently");
        if (legal) {
            sessions.owns(null, null);
            world.transactions().settle();
            world.ledger().ended(unit, wanted);
        }
    }

    /** A commit, or a rollback, that threw. */
    void endedBy(DuetException said, Unit unit, Outcome outcome) {
        boolean refused = unit.written().stream().anyMatch(each -> each.id() < 0);
        require(
                outcome != Outcome.ROLLED_BACK
                        || refused
                        || !unit.isSound(world.faults().count()),
                "a transaction is rolled back without a reason: " + said);
        if (unit.failure() != null && !unit.isStruck(world.faults().count())) {
            require(outcome == Outcome.ROLLED_BACK, "after a failed statement the commit says " + said);
            require(said.getCause() == unit.failure(), "not the first failure, but " + said.getCause());
        }
        if (refused && unit.isSound(world.faults().count())) {
            require(
                    said.getCause() instanceof ForeignKeyViolationException,
                    "not what the deferred constraint said, but " + said.getCause());
        }
        world.transactions().settle();
        world.ledger().ended(unit, outcome);
    }

    void setRollbackOnly(JdbcDbSession session) {
        Unit unit = world.unit();
        try {
            session.setRollbackOnly();
        } catch (IllegalTransactionStateException refusal) {
            require(unit == null, "setRollbackOnly() is refused: " + refusal);
            throw refusal;
        }
        require(unit != null, "setRollbackOnly() without a transaction passes silently");
        if (unit != null) {
            unit.abandon();
        }
    }

    /** Work in a transaction of its own, or in a savepoint. */
    void transaction(JdbcDbSession session, TransactionOptions options, Work body) throws Throwable {
        ObservedWork work = new ObservedWork(world.trace(), body);
        Unit around = world.unit();
        if (around == null) {
            new OwnWork(world, sessions, this, session, work).run(options);
        } else {
            new SavepointWork(world, around, session, work).run(options);
        }
    }

    private void require(boolean condition, String promise) {
        world.trace().require(condition, promise);
    }
}
