package org.duetdb.xa;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.postgresql.core.BaseConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/**
 * The servers of a read role, and which of them a new connection goes to: the one with the fewest, of those that are
 * there and not too far behind. Standbys come before a primary. Safe for use by several threads.
 */
final class Replicas {

    /** Class 08, as if there were no server (PostgreSQL, "PostgreSQL Error Codes"). */
    static final String UNREACHABLE = "08001";

    private static final int CONNECT_SECONDS = 2;
    private static final int LOGIN_SECONDS = 5;
    private static final long BALANCED_FOR = TimeUnit.SECONDS.toNanos(1);

    /**
     * A connection, and where it leads.
     *
     * @param physical the connection
     * @param placement the server
     */
    record Connected(BaseConnection physical, Placement placement) {}

    private final List<Replica> all;
    private final AtomicLong balancedAt = new AtomicLong(System.nanoTime() - BALANCED_FOR);

    private Replicas(List<Replica> all) {
        this.all = List.copyOf(all);
    }

    /** Those that a datasource names; its settings go for each of them. */
    static Replicas of(BaseDataSource settings, Lag.Limit limit, Origin origin) {
        List<Replica> all = new ArrayList<>();
        for (int host = 0; host < settings.getServerNames().length; host++) {
            all.add(new Replica(only(host, settings), limit, origin));
        }
        return new Replicas(all);
    }

    /** A server that does not answer soon is away: there are others. */
    private static BaseDataSource only(int host, BaseDataSource settings) {
        try {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.initializeFrom(settings);
            source.setServerNames(new String[] {settings.getServerNames()[host]});
            source.setPortNumbers(new int[] {settings.getPortNumbers()[host]});
            source.setConnectTimeout(atMost(CONNECT_SECONDS, settings.getConnectTimeout()));
            source.setLoginTimeout(atMost(LOGIN_SECONDS, settings.getLoginTimeout()));
            return source;
        } catch (IOException | ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Zero seconds are no limit. */
    private static int atMost(int limit, int seconds) {
        return seconds == 0 ? limit : Math.min(seconds, limit);
    }

    /** Makes a connection to the best of those that can be reached. */
    Connected connect(String user, String password) throws SQLException {
        SQLException last = null;
        for (Replica replica : inOrder()) {
            if (replica.isToBeTried()) {
                try {
                    return new Connected(replica.connect(user, password), new At(replica));
                } catch (SQLException away) {
                    if (last != null) {
                        away.addSuppressed(last);
                    }
                    last = away;
                }
            }
        }
        throw last != null ? last : new SQLException("no replica is to be read from: " + names(), UNREACHABLE);
    }

    private List<Replica> inOrder() {
        List<Replica> order = new ArrayList<>(all);
        Collections.shuffle(order, ThreadLocalRandom.current());
        order.sort(
                Comparator.comparing((Replica replica) -> !replica.isStandby()).thenComparing(Replica::connections));
        return order;
    }

    /** Whether one connection is to move to a server that has fewer: one a second at most does. */
    private boolean isCrowded(Replica replica) {
        int fewest = all.stream()
                .filter(other -> other != replica && other.isCandidate() && other.isStandby())
                .mapToInt(Replica::connections)
                .min()
                .orElse(Integer.MAX_VALUE - 1);
        long last = balancedAt.get();
        long now = System.nanoTime();
        return replica.connections() > fewest + 1 && now - last >= BALANCED_FOR && balancedAt.compareAndSet(last, now);
    }

    private String names() {
        return all.stream().map(Replica::toString).collect(Collectors.joining(", "));
    }

    private final class At implements Placement {

        private final Replica replica;

        At(Replica replica) {
            this.replica = replica;
        }

        @Override
        public boolean isToBeLeft(Backend backend) {
            return replica.isTooFarBehind(backend) || isCrowded(replica);
        }

        @Override
        public String replicas() {
            return all.stream().map(Replica::state).collect(Collectors.joining("\n"));
        }

        @Override
        public void left() {
            replica.left();
        }
    }
}
