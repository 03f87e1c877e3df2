package org.duetdb.simulation;

import java.util.List;
import org.duetdb.DuetException;
import org.duetdb.TransactionState;
import org.duetdb.session.JdbcDbSession;

/** What must hold after every step, whatever has happened. */
final class Promises {

    private final World world;
    private final UnitSessions sessions;

    Promises(World world, UnitSessions sessions) {
        this.world = world;
        this.sessions = sessions;
    }

    /** Looks at everything. */
    void check() {
        pause(true);
        world.transactions().settle();
        world.databases().forEach(this::checkRows);
        checkLeases(world.reading(), "a connection of the read role is held beyond its statement");
        if (world.transactions().isIdle()) {
            checkLeases(world.writing(), "a connection is held although no transaction is open");
        }
        sessions.writing().forEach(this::checkState);
        pause(false);
    }

    private void pause(boolean pause) {
        world.faults().pause(pause);
        world.faultsOfReading().pause(pause);
    }

    private void checkRows(SimulatedDatabase database) {
        if (!database.committed().equals(world.ledger().expected(database.alias()))) {
            world.trace()
                    .violated("in " + database.alias() + " are " + database.committed() + ", and the program was told "
                            + world.ledger().expected(database.alias()));
        }
    }

    private void checkLeases(List<SimulatedPool> pools, String promise) {
        if (pools.stream().anyMatch(pool -> pool.lent() != 0)) {
            world.trace().violated(promise);
        }
    }

    private void checkState(JdbcDbSession session) {
        TransactionState state = session.state();
        TransactionState known = world.ledger().state(session);
        boolean right;
        if (sessions.isClosed()) {
            right = state == TransactionState.CLOSED;
        } else if (world.transactions().current() != null) {
            right = state == TransactionState.IN_TRANSACTION;
        } else if (known != null) {
            right = state == known;
        } else {
            right = state == TransactionState.IDLE
                    || state == TransactionState.COMMITTED
                    || state == TransactionState.ROLLED_BACK;
        }
        if (!right) {
            world.trace().violated("the session of " + session.alias() + " says " + state + ", not " + known);
        }
    }

    /** Looks at what a step has thrown: nothing but what the program itself may, and the family of Duet. */
    void checkThrown(Throwable thrown) {
        if (!(thrown instanceof DuetException || thrown instanceof ContainerFailure || Whim.is(thrown))) {
            world.trace()
                    .violated("not a typed exception: " + thrown + " at "
                            + List.of(thrown.getStackTrace()).subList(0, Math.min(12, thrown.getStackTrace().length)));
        }
    }

    /** Looks at what a request has left. */
    void checkEnd() {
        check();
        if (!world.transactions().isIdle()) {
            world.trace().violated("a transaction is left on the thread");
        }
        if (world.writing().stream().anyMatch(pool -> pool.useless() > 0)) {
            world.trace().violated("the pool keeps a connection that no transaction can use");
        }
    }
}
