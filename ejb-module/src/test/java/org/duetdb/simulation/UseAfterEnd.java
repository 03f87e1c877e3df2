package org.duetdb.simulation;

import java.util.List;
import java.util.function.Consumer;
import org.duetdb.DbSession;
import org.duetdb.SessionClosedException;

/** Uses sessions after they have ended. */
final class UseAfterEnd {

    private static final List<Consumer<DbSession>> USES = List.of(
            session -> session.execute(Statement.INSERT, 0),
            session -> session.query(Statement.SELECT_ALL),
            session -> session.executeMany(Statement.INSERT, List.of(List.of(0), List.of(0))),
            DbSession::begin,
            DbSession::commit,
            DbSession::rollback,
            DbSession::setRollbackOnly,
            session -> session.setAutoCommit(true),
            session -> session.transaction(() -> {}));

    private final World world;

    UseAfterEnd(World world) {
        this.world = world;
    }

    /** Uses each session of the write role. */
    void of(UnitSessions sessions) {
        sessions.writing().forEach(this::use);
    }

    private void use(DbSession session) {
        try {
            world.chance().of(USES).accept(session);
            world.trace().violated("a session can be used after its end");
        } catch (SessionClosedException refusal) {
            // as promised
        } catch (RuntimeException | Error other) {
            world.trace().violated("after its end a session throws " + other);
        }
    }
}
