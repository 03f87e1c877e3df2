package org.duetdb.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.session.SessionServices;

/** A piece of work with a name: its sessions, and the unit of work that they are. For one thread after the other. */
final class NamedWork {

    private final SessionTransaction unit;
    private final Map<String, JdbcDbSession> sessions = new ConcurrentHashMap<>();

    NamedWork(SessionTransaction unit) {
        this.unit = unit;
    }

    JdbcDbSession session(ContainerDataSource source, SessionServices services) {
        return sessions.computeIfAbsent(source.binding().name(), unknown -> unit.session(source, services, null));
    }

    /** Refuses another thread than the one that has begun a transaction. */
    void requireThread() {
        unit.requireThread();
    }

    /** Ends the transaction and all sessions. */
    void finish() {
        try {
            unit.complete();
        } finally {
            abandon();
        }
    }

    /**
     * Ends the sessions of an alias, and the transaction if one of them began it.
     *
     * @return whether no session is left
     */
    boolean finish(String alias) {
        unit.requireEndable(alias);
        try {
            if (unit.isBegunBy(alias)) {
                unit.complete();
            }
        } finally {
            unit.enterUnitOfWork();
            close(session -> session.alias().equals(alias));
        }
        return sessions.isEmpty();
    }

    /** Ends all sessions, and rolls back what they began. */
    void abandon() {
        close(session -> true);
    }

    private void close(Predicate<JdbcDbSession> which) {
        List<JdbcDbSession> closing = new ArrayList<>(sessions.values());
        closing.removeIf(which.negate());
        sessions.values().removeAll(closing);
        closing.forEach(JdbcDbSession::close);
    }
}
