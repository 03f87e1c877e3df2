package org.duetdb.transaction;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.duetdb.DbSession;
import org.duetdb.OpenSession;
import org.duetdb.SessionWork;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.session.SessionServices;

/** The sessions that belong to no request. For use by any thread. */
@ApplicationScoped
public class OpenSessions {

    private final TransactionServices transactions;
    private final SessionServices services;
    private final ConcurrentMap<String, NamedWork> named = new ConcurrentHashMap<>();

    /** For the client proxy. */
    protected OpenSessions() {
        this(null, null);
    }

    /** Creates those of an application. */
    @Inject
    protected OpenSessions(TransactionServices transactions, SessionServices services) {
        this.transactions = transactions;
        this.services = services;
    }

    /** Opens a session for the calling thread; null for {@code position} if there is nothing that it must see. */
    public OpenSession open(ContainerDataSource source, String position) {
        SessionTransaction unit = unit(transactions.nextId(), new Writes());
        unit.expect(position);
        return unit.session(source, services, Thread.currentThread());
    }

    /** Runs work with a session, as one unit of work, which knows of these writes. */
    <T> T call(ContainerDataSource source, Writes writes, SessionWork<T> work) throws Exception {
        SessionTransaction unit = unit(transactions.nextId(), writes);
        try (OpenSession session = unit.session(source, services, Thread.currentThread())) {
            T result;
            try {
                result = work.run(session);
            } catch (Throwable thrown) {
                unit.undoUnitOfWork(thrown);
                throw thrown;
            }
            unit.complete();
            return result;
        }
    }

    /** Returns the session of a piece of work; see {@link org.duetdb.Databases#session}. */
    public DbSession named(String name, ContainerDataSource source) {
        return named.computeIfAbsent(name, unknown -> new NamedWork(unit(unknown, new Writes())))
                .session(source, services);
    }

    private SessionTransaction unit(String name, Writes writes) {
        SessionTransaction unit = new SessionTransaction(transactions.jta(), transactions.positions(), name, writes);
        unit.enterUnitOfWork();
        return unit;
    }

    /** Ends a piece of work; see {@link org.duetdb.Databases#finish(String)}. */
    public void finish(String name) {
        NamedWork work = named.get(name);
        if (work != null) {
            work.requireThread();
            if (named.remove(name, work)) {
                work.finish();
            }
        }
    }

    /** Ends the sessions of one alias; see {@link org.duetdb.Databases#finish(String, String)}. */
    public void finish(String name, String alias) {
        NamedWork work = named.get(name);
        if (work != null && work.finish(alias)) {
            named.remove(name, work);
        }
    }

    /** Ends what nobody has finished, with the application. */
    @PreDestroy
    void destroy() {
        named.values().forEach(NamedWork::abandon);
        named.clear();
    }
}
