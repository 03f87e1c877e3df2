package org.duetdb.xa;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Deletes the records of one database that nobody will ask for any more: those of transactions that this process has
 * committed in all their databases, and, of whatever a crash has left, those that are older than three days. Now and
 * then, and a limited number at a time, so that it does not show in the commit that it comes with. Safe for use by
 * several threads.
 */
final class RecordPurge {

    private static final Logger LOG = System.getLogger(RecordPurge.class.getName());

    private static final int COMMITS_BETWEEN = 1000;
    private static final String OLD = "DELETE FROM " + RecordTable.NAME + " WHERE ctid = ANY (ARRAY(SELECT ctid FROM "
            + RecordTable.NAME + " WHERE written < now() - interval '3 days' ORDER BY written LIMIT 5000))";

    private final Records records;
    private final Decisions decisions;
    private final Origin origin;
    private final AtomicInteger commits = new AtomicInteger(COMMITS_BETWEEN - 1); // the first of a process looks, too
    private final Queue<GlobalId> committed = new ConcurrentLinkedQueue<>();

    RecordPurge(Records records, Decisions decisions, Origin origin) {
        this.records = records;
        this.decisions = decisions;
        this.origin = origin;
    }

    /**
     * A branch has been committed here.
     *
     * @param preparedHere whether by this process, which then knows when all of its transaction has ended
     */
    void committed(GlobalId transaction, boolean preparedHere, Backend backend) {
        if (!records.isUsable()) {
            return;
        }
        if (commits.incrementAndGet() >= COMMITS_BETWEEN && backend.isIdle()) {
            commits.set(0);
            purge(backend);
        }
        if (preparedHere) {
            committed.add(transaction);
        }
    }

    private void purge(Backend backend) {
        Set<GlobalId> ended = committed.stream().filter(decisions::isEnded).collect(Collectors.toSet());
        committed.removeAll(ended);
        try {
            if (!ended.isEmpty()) {
                backend.execute(ended.stream()
                        .map(transaction -> records.key(transaction).toString())
                        .collect(Collectors.joining(
                                ",", "DELETE FROM " + RecordTable.NAME + " WHERE id = ANY ('{", "}'::uuid[])")));
            }
            backend.execute(OLD);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "Old records stay for now " + origin, e);
        }
    }
}
