package org.duetdb.simulation;

import org.duetdb.Isolation;
import org.duetdb.TransactionOptions;
import org.duetdb.session.JdbcDbSession;

/** What a request does: steps at random, some of which are programs themselves. */
final class Program {

    private static final int DEEPEST = 3;
    private static final int MOST_STEPS = 7;

    private final World world;
    private final UnitSessions sessions;
    private final Chance chance;
    private final Promises promises;
    private final SqlSteps sql;
    private final TransactionSteps transactions;
    private final ContainerSteps container;

    Program(World world, UnitSessions sessions, Promises promises) {
        this.world = world;
        this.sessions = sessions;
        this.promises = promises;
        this.chance = world.chance();
        this.sql = new SqlSteps(world);
        this.transactions = new TransactionSteps(world, sessions);
        this.container = new ContainerSteps(world);
    }

    /** Runs it. */
    void run() throws Throwable {
        run(0);
    }

    private void run(int depth) throws Throwable {
        for (int steps = chance.below(MOST_STEPS); steps > 0; steps--) {
            step(depth);
        }
    }

    private void step(int depth) throws Throwable {
        JdbcDbSession session = chance.of(sessions.writing());
        switch (chance.below(depth < DEEPEST ? 24 : 18)) {
            case 0, 1, 2, 3 -> step("insert", session, () -> sql.insert(session, SqlSteps.Kind.NEW));
            case 4 -> step("insert a duplicate", session, () -> sql.insert(session, SqlSteps.Kind.DUPLICATE));
            case 5 ->
                step("insert what is refused later", session, () -> sql.insert(session, SqlSteps.Kind.REFUSED_LATER));
            case 6 -> step("insert returning", session, () -> sql.insertReturning(session));
            case 7 -> step("insert many", session, () -> sql.insertMany(session, chance.onceIn(4)));
            case 8 -> step("select", session, () -> sql.select(session));
            case 9 -> step("select nothing", session, () -> sql.selectNothing(session));
            case 10 -> step("a broken statement", session, () -> sql.fail(session));
            case 11 -> {
                JdbcDbSession reader = chance.of(sessions.reading());
                step("read", reader, () -> sql.selectReading(reader, sessions.areOne()));
            }
            case 12 -> {
                JdbcDbSession reader = chance.of(sessions.reading());
                step("write through the read role", reader, () -> sql.insertReading(reader));
            }
            case 13, 14 -> step("begin", session, () -> transactions.begin(session));
            case 15 -> step("commit", ender(session), () -> transactions.commit(ender(session)));
            case 16 -> step("rollback", ender(session), () -> transactions.rollback(ender(session)));
            case 17 -> rare(session);
            case 18, 19, 20 -> transaction(session, depth);
            default -> container(session, depth);
        }
    }

    /** Most who end a transaction may. */
    private JdbcDbSession ender(JdbcDbSession session) {
        return sessions.owner() == null || session.alias().equals("archive") ? session : sessions.owner();
    }

    private void rare(JdbcDbSession session) throws Throwable {
        switch (chance.below(3)) {
            case 0 -> step("setRollbackOnly", session, () -> transactions.setRollbackOnly(session));
            case 1 -> step("setAutoCommit", session, () -> setAutoCommit(session, chance.onceIn(2)));
            default -> {
                Throwable whim = Whim.any(chance);
                world.trace().step("throw " + whim);
                throw whim;
            }
        }
    }

    private void setAutoCommit(JdbcDbSession session, boolean wished) {
        session.setAutoCommit(wished);
        sessions.autoCommit(session, wished);
    }

    private void transaction(JdbcDbSession session, int depth) throws Throwable {
        TransactionOptions options = chance.onceIn(5)
                ? TransactionOptions.DEFAULT.isolation(Isolation.SERIALIZABLE).attempts(chance.onceIn(10) ? 2 : 1)
                : TransactionOptions.DEFAULT;
        step(
                "transaction " + (options.isolation() == null ? "" : options),
                session,
                () -> transactions.transaction(session, options, () -> run(depth + 1)));
    }

    private void container(JdbcDbSession session, int depth) throws Throwable {
        ContainerSteps.Attribute attribute = chance.of(ContainerSteps.Attribute.values());
        boolean enterpriseBean = chance.onceIn(3);
        step(
                (enterpriseBean ? "enterprise bean " : "bean ") + attribute,
                session,
                () -> container.call(attribute, enterpriseBean, () -> runAndEnd(depth + 1)));
    }

    /** A method must not leave a transaction that was begun in it. */
    private void runAndEnd(int depth) throws Throwable {
        Unit around = world.unit();
        try {
            run(depth);
        } finally {
            if (around == null && world.unit() != null && sessions.owner() != null) {
                world.faults().pause(true);
                step(
                        "rollback at the end of the method",
                        sessions.owner(),
                        () -> transactions.rollback(sessions.owner()));
            }
        }
    }

    private void step(String what, JdbcDbSession session, Work work) throws Throwable {
        world.replay();
        world.trace().step(what + " [" + session.alias() + "-" + session.role() + "]");
        try {
            work.run();
        } catch (Throwable thrown) {
            world.trace().thrown(thrown);
            promises.checkThrown(thrown);
            promises.check();
            if (chance.onceIn(3)) {
                throw thrown;
            }
        }
        promises.check();
    }
}
