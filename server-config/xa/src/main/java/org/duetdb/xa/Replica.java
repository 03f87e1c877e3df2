package org.duetdb.xa;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.core.BaseConnection;
import org.postgresql.ds.common.BaseDataSource;

/**
 * One of the servers of a read role: how many connections there are to it, and whether it may have more. One that is
 * away, or too far behind, is tried again after a second, and each time in vain after twice as long, up to five
 * seconds. Safe for use by several threads.
 */
final class Replica {

    private static final Logger LOG = System.getLogger(Replica.class.getName());
    private static final long SHORTEST_PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);
    private static final long MEASURED_FOR = TimeUnit.MILLISECONDS.toNanos(500);

    private final BaseDataSource source;
    private final String address;
    private final Lag.Limit limit;
    private final Origin origin;
    private final AtomicInteger connections = new AtomicInteger();

    private int failures;
    private boolean behind;
    private String problem = "";
    private Lag lag;
    private long latencyMillis;
    private long tryAgainAt;
    private long measuredAt;
    private volatile boolean standby = true;

    /** Creates the one that a datasource of its own leads to. */
    Replica(BaseDataSource source, Lag.Limit limit, Origin origin) {
        this.source = source;
        this.address = source.getServerNames()[0] + ":" + source.getPortNumbers()[0];
        this.limit = limit;
        this.origin = origin;
        this.measuredAt = System.nanoTime() - MEASURED_FOR;
    }

    /** Whether it may be tried, or tried again: if that is in doubt, only the caller may. */
    synchronized boolean isToBeTried() {
        if (failures == 0) {
            return true;
        }
        long now = System.nanoTime();
        if (now - tryAgainAt < 0) {
            return false;
        }
        tryAgainAt = now + LONGEST_PAUSE;
        return true;
    }

    /** Whether it is used, or the time has come to try it. */
    synchronized boolean isCandidate() {
        return failures == 0 || System.nanoTime() - tryAgainAt >= 0;
    }

    int connections() {
        return connections.get();
    }

    /** Whether it was a standby when it was last connected to: after a failover it may be the primary. */
    boolean isStandby() {
        return standby;
    }

    /** Makes a connection to it, unless it is too far behind. */
    BaseConnection connect(String user, String password) throws SQLException {
        BaseConnection physical;
        try {
            physical = source.getConnection(user, password).unwrap(BaseConnection.class);
        } catch (SQLException away) {
            failed("SQLSTATE " + away.getSQLState());
            throw away;
        }
        try {
            accept(new Backend(physical));
            return physical;
        } catch (SQLException | RuntimeException useless) {
            physical.close();
            throw useless;
        }
    }

    private void accept(Backend backend) throws SQLException {
        standby = backend.isOnStandby();
        requireNear(measure(backend));
        near();
        connections.incrementAndGet();
    }

    private void requireNear(Lag measured) throws SQLException {
        if (limit.isExceededBy(measured)) {
            fallBehind(measured);
            throw new SQLException("the replica " + address + " is " + measured, Replicas.UNREACHABLE);
        }
    }

    private Lag measure(Backend backend) throws SQLException {
        long asked = System.nanoTime();
        Lag measured = Lag.of(backend);
        synchronized (this) {
            lag = measured;
            latencyMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
        }
        return measured;
    }

    /** Takes note that there is one connection less. */
    void left() {
        connections.decrementAndGet();
    }

    /** Whether it has fallen back too far since it was last asked, half a second ago or more. */
    boolean isTooFarBehind(Backend backend) {
        if (!isToBeMeasured()) {
            return isBehind();
        }
        try {
            Lag measured = measure(backend);
            if (limit.isExceededBy(measured)) {
                fallBehind(measured);
            }
        } catch (SQLException dead) {
            LOG.log(Level.DEBUG, () -> "asking " + address + " how far behind it is", dead);
        }
        return isBehind();
    }

    private synchronized void fallBehind(Lag measured) {
        behind = true;
        failed(measured.toString());
    }

    private synchronized boolean isBehind() {
        return behind;
    }

    private synchronized boolean isToBeMeasured() {
        long now = System.nanoTime();
        if (behind || now - measuredAt < MEASURED_FOR) {
            return false;
        }
        measuredAt = now;
        return true;
    }

    private synchronized void near() {
        if (failures > 0) {
            failures = 0;
            behind = false;
            problem = "";
            LOG.log(Level.INFO, "Duet: the replica " + address + " is read from again " + origin);
        }
    }

    /** Takes note that it cannot be used for now, and says so the first time. */
    private synchronized void failed(String why) {
        long pause = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE << Math.min(failures, 4));
        tryAgainAt = System.nanoTime() + pause - ThreadLocalRandom.current().nextLong(pause / 5);
        failures++;
        problem = why;
        if (!behind) {
            lag = null;
        }
        if (failures == 1) {
            LOG.log(
                    Level.WARNING,
                    "DUET-554 the replica " + address + " is not read from until it can be: " + why + " " + origin
                            + "; look at that server");
        }
    }

    /** Returns what is known of it, as {@link Placement#replicas()} has it. */
    synchronized String state() {
        String use = (failures == 0 ? " used " : " unused ") + connections;
        String answer = lag == null
                ? " - - - -"
                : (standby ? " standby " : " primary ") + latencyMillis + " " + lag.millis() + " " + lag.bytes();
        return address + use + answer + " " + problem;
    }

    @Override
    public String toString() {
        return address;
    }
}
