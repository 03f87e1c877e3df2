package org.duetdb.simulation;

import jakarta.transaction.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.duetdb.DuetException;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.NoRowException;
import org.duetdb.ReadOnlyException;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.TransactionState;
import org.duetdb.UnknownOutcomeException;
import org.duetdb.UnreadableValueException;
import org.duetdb.session.JdbcDbSession;

/** What a program does with SQL, and what it may expect of it. */
final class SqlSteps {

    private final World world;

    SqlSteps(World world) {
        this.world = world;
    }

    /** A new row, or one that is there already, or one that a deferred constraint forbids. */
    void insert(JdbcDbSession session, Kind kind) {
        Write row = new Write(session.alias(), id(session, kind));
        boolean there = world.ledger().visible(row.alias(), world.unit()).contains(row.id());
        boolean valid = !there && (row.id() > 0 || world.unit() != null);
        attempt(session, List.of(row), valid, () -> session.execute(Statement.INSERT, row.id()));
    }

    /** What is inserted. */
    enum Kind {
        NEW,
        DUPLICATE,
        REFUSED_LATER
    }

    private int id(JdbcDbSession session, Kind kind) {
        Set<Integer> there = world.ledger().visible(session.alias(), world.unit());
        if (kind == Kind.DUPLICATE && !there.isEmpty()) {
            return there.iterator().next();
        }
        return kind == Kind.REFUSED_LATER ? -world.newId() : world.newId();
    }

    /** A new row, through a query. */
    void insertReturning(JdbcDbSession session) {
        Write row = new Write(session.alias(), world.newId());
        int returned = attempt(
                session,
                List.of(row),
                true,
                () -> session.queryOne(Integer.class, Statement.INSERT_RETURNING, row.id()));
        require(returned == row.id(), "RETURNING gives another row");
    }

    /** Several rows as one unit. */
    void insertMany(JdbcDbSession session, boolean duplicate) {
        List<Write> rows = new ArrayList<>();
        List<List<Integer>> lists = new ArrayList<>();
        int first = world.newId();
        for (int id : new int[] {first, world.newId(), duplicate ? first : world.newId()}) {
            rows.add(new Write(session.alias(), id));
            lists.add(List.of(id));
        }
        long count = attempt(session, rows, !duplicate, () -> session.executeMany(Statement.INSERT, lists));
        require(count == rows.size(), "executeMany counts wrongly");
    }

    /** All rows that there are for this session. */
    void select(JdbcDbSession session) {
        Unit unit = world.unit();
        boolean clear = unit == null || unit.isClear();
        Set<Integer> visible = world.ledger().visible(session.alias(), unit);
        List<Integer> found =
                attempt(session, List.of(), true, () -> session.query(Integer.class, Statement.SELECT_ALL));
        require(!clear || visible.equals(new TreeSet<>(found)), "a session sees " + found + ", not " + visible);
    }

    /** A row that is not there, which is no failure. */
    void selectNothing(JdbcDbSession session) {
        attempt(session, List.of(), true, () -> session.queryOne(Statement.SELECT_ONE, 0));
    }

    /** A statement that the server does not take. */
    void fail(JdbcDbSession session) {
        attempt(session, List.of(), false, () -> session.execute(Statement.BROKEN));
    }

    /** The rows through a session of the read role: not always all, but always those of the work itself. */
    void selectReading(JdbcDbSession session, boolean seesOwn) {
        Unit unit = world.unit();
        Set<Integer> visible = world.ledger().visible(session.alias(), unit);
        boolean clear =
                unit == null || unit.isClear() && unit.isSound(world.faults().count());
        Set<Integer> found = new TreeSet<>(reading(unit, () -> session.query(Integer.class, Statement.SELECT_ALL)));
        boolean goesOn = unit == null || unit.transaction().status() == Status.STATUS_ACTIVE;
        Set<Integer> own = seesOwn && !session.alias().equals("archive")
                ? world.ledger().own(session.alias(), clear && goesOn ? unit : null)
                : Set.of();
        require(visible.containsAll(found), "the read role sees " + found + ", which is more than " + visible);
        require(found.containsAll(own), "the read role sees " + found + ", which is less than " + own);
    }

    /** A write through a session of the read role. */
    void insertReading(JdbcDbSession session) {
        try {
            reading(world.unit(), () -> session.execute(Statement.INSERT, world.newId()));
            require(false, "the read role writes");
        } catch (ReadOnlyException refusal) {
            // as promised
        }
    }

    /** A read that fails is no failure of the transaction; one that breaks its connection is. */
    private <T> T reading(Unit unit, Supplier<T> statement) {
        int before = world.faultsOfReading().count();
        int beforeInside = world.faults().count();
        try {
            return statement.get();
        } catch (DuetException failure) {
            boolean inside = beforeInside != world.faults().count();
            boolean unsound = unit != null && !unit.isSound(world.faults().count());
            require(
                    failure instanceof ReadOnlyException
                            || inside
                            || unsound
                            || before != world.faultsOfReading().count(),
                    "the read role fails: " + failure);
            if (inside && unit != null) {
                unit.disturb();
            }
            throw failure;
        }
    }

    private <T> T attempt(JdbcDbSession session, List<Write> rows, boolean valid, Supplier<T> statement) {
        Unit unit = world.unit();
        boolean sound = unit == null || unit.isSound(world.faults().count());
        int before = world.faults().count();
        T result;
        try {
            result = statement.get();
        } catch (DuetException failure) {
            require(
                    !(sound && valid)
                            || before != world.faults().count()
                            || failure instanceof NoRowException
                            || failure instanceof IllegalTransactionStateException
                                    && world.transactions().component() == Component.ENTERPRISE_BEAN,
                    "a statement fails although nothing is wrong: " + failure);
            requireLossTold(session, unit, failure, world.faults().count() - before);
            failed(session, unit, rows, failure);
            throw failure;
        }
        require(valid || !sound, "a statement that is wrong succeeds");
        succeeded(session, unit, rows);
        return result;
    }

    /** What is lost while what has failed is put away, comes after its failure. */
    private void requireLossTold(JdbcDbSession session, Unit unit, DuetException failure, int faults) {
        if (unit != null && faults == 1) {
            require(
                    !(failure.code().equals("DUET-210") && unit.transaction().hasLost(session.alias())),
                    "a lost connection is not told as what it is: " + failure);
        }
    }

    private void failed(JdbcDbSession session, Unit unit, List<Write> rows, DuetException failure) {
        if (unit == null) {
            world.ledger().stoodAlone(session, null);
            require(world.unit() == null, "a statement that stands alone leaves a transaction on the thread");
            if (failure instanceof UnknownOutcomeException || failure instanceof UnreadableValueException) {
                world.transactions().settle();
                world.ledger().mayHaveWritten(rows, false);
            }
        } else if (failure instanceof NoRowException) {
            unit.joined(session);
        } else {
            unit.attempted(session);
            if (!isRefusalOfWhatIsLost(unit, failure)) {
                unit.failed(failure);
            }
        }
    }

    /** A transaction that times out refuses statements, and its commit fails whether that is remembered or not. */
    private static boolean isRefusalOfWhatIsLost(Unit unit, DuetException failure) {
        return failure instanceof TransactionRolledBackException
                && unit.transaction().status() != Status.STATUS_ACTIVE;
    }

    private void succeeded(JdbcDbSession session, Unit unit, List<Write> rows) {
        if (unit == null) {
            world.ledger().wrote(rows);
            world.ledger().stoodAlone(session, rows.size() > 1 ? TransactionState.COMMITTED : TransactionState.IDLE);
            return;
        }
        require(unit.failure() == null, "a statement is accepted in a transaction that has failed");
        unit.wrote(rows);
        unit.joined(session);
    }

    private void require(boolean condition, String promise) {
        world.trace().require(condition, promise);
    }
}
