package org.duetdb.simulation;

import java.util.ArrayList;
import java.util.List;
import org.duetdb.Role;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.transaction.OpenSessions;
import org.duetdb.transaction.SimulatedJta;

/** Work outside requests: sessions that are opened, used, and closed; what is begun and not ended rolls back. */
final class JobRun {

    private final World world;
    private final UnitSessions sessions;
    private final Promises promises;

    JobRun(World world) {
        this.world = world;
        OpenSessions open = SimulatedJta.sessions(world.services(), world.sessionServices());
        List<JdbcDbSession> opened = new ArrayList<>();
        for (ContainerDataSource source : sources()) {
            opened.add((JdbcDbSession) open.open(source, null));
        }
        sessions = new UnitSessions(opened);
        promises = new Promises(world, sessions);
    }

    /** One that writes: each has transactions of its own. */
    private List<ContainerDataSource> sources() {
        String alias = world.chance().of(world.databases()).alias();
        return world.sources().stream()
                .filter(source -> source.binding().role() == Role.READ
                        || source.binding().alias().equals(alias))
                .toList();
    }

    /** Runs it. */
    void run() {
        world.trace().step("a job");
        world.trace().enter();
        sessions.unitOfWork(true);
        try {
            new Program(world, sessions, promises).run();
        } catch (Throwable thrown) {
            world.trace().thrown(thrown);
        }
        close();
        promises.checkEnd();
        new UseAfterEnd(world).of(sessions);
        promises.checkEnd();
        world.trace().leave();
    }

    private void close() {
        world.trace().step("the end of the job");
        Unit open = sessions.owned();
        try {
            sessions.writing().forEach(JdbcDbSession::close);
            sessions.reading().forEach(JdbcDbSession::close);
        } catch (RuntimeException | Error thrown) {
            world.trace().violated("close() throws " + thrown);
        }
        sessions.close();
        if (open != null) {
            world.transactions().settle();
            world.ledger().ended(open, Outcome.ROLLED_BACK);
        }
    }
}
