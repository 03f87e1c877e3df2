package org.duetdb.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duetdb.DbSession;
import org.duetdb.Role;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.transaction.RequestTransaction;

/** The sessions of a request, or of a job, and what the program knows of who began what. */
final class UnitSessions {

    private final List<JdbcDbSession> writing = new ArrayList<>();
    private final List<JdbcDbSession> reading = new ArrayList<>();

    private final Set<DbSession> withoutAutoCommit = new HashSet<>();

    private final boolean one;
    private boolean unitOfWork;
    private JdbcDbSession owner;
    private Unit owned;
    private boolean closed;

    /** Returns the sessions of a request. */
    static UnitSessions of(RequestTransaction transaction, World world) {
        return new UnitSessions(
                world.sources().stream()
                        .map(source -> transaction.session(source, world.sessionServices()))
                        .toList(),
                true);
    }

    /** Returns other sessions, of which at most one writes, and each is a piece of work by itself. */
    UnitSessions(List<JdbcDbSession> sessions) {
        this(sessions, false);
    }

    private UnitSessions(List<JdbcDbSession> sessions, boolean one) {
        this.one = one;
        sessions.forEach(session -> (session.role() == Role.WRITE ? writing : reading).add(session));
    }

    /** Returns the sessions of the write role. */
    List<JdbcDbSession> writing() {
        return writing;
    }

    /** Returns the sessions of the read role. */
    List<JdbcDbSession> reading() {
        return reading;
    }

    /** Returns whether they are one piece of work, of which each sees what another has written. */
    boolean areOne() {
        return one;
    }

    /** Returns whether sessions may begin. */
    boolean isUnitOfWork() {
        return unitOfWork;
    }

    void unitOfWork(boolean entered) {
        unitOfWork = entered;
    }

    void autoCommit(DbSession session, boolean wished) {
        if (wished) {
            withoutAutoCommit.remove(session);
        } else {
            withoutAutoCommit.add(session);
        }
    }

    /** Returns whether a unit of work may commit for a session. */
    boolean isAutoCommit(DbSession session) {
        return !withoutAutoCommit.contains(session);
    }

    /** Takes note of who may end a transaction: a session, or, with null, running work. */
    void owns(JdbcDbSession session, Unit unit) {
        owner = session;
        owned = unit;
    }

    /** Returns the session that may end the transaction; null if none may. */
    JdbcDbSession owner() {
        return owner;
    }

    /** Returns what was begun and not ended; null if there is nothing. */
    Unit owned() {
        return owned;
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
