package org.duetdb.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SynchronizationType;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.transaction.Attachments;

/** The persistence contexts of one (alias, role): one for each transaction. For use by any thread. */
final class PersistenceContexts {

    private final Origin origin;
    private final UnitFactory factory;
    private final SessionDataSource connections;
    private final Attachments attachments;

    PersistenceContexts(Origin origin, UnitFactory factory, SessionDataSource connections, Attachments attachments) {
        this.origin = origin;
        this.factory = factory;
        this.connections = connections;
        this.attachments = attachments;
    }

    EntityManagerFactory factory() {
        return InjectedFactory.of(origin, factory);
    }

    /** Returns the session that they share connections with; null outside of requests. */
    JdbcDbSession session() {
        return connections.session();
    }

    /** Returns an entity manager with a context of its own, which whoever asks for it closes. */
    EntityManager create() {
        return factory.get().createEntityManager();
    }

    /** Returns that of the current transaction; null if there is none. */
    EntityManager current() {
        ContextOfTransaction context = attachments.attached(this, this::begin);
        if (context == null) {
            return null;
        }
        JdbcDbSession session = connections.session();
        if (origin.role() == Role.READ && session != null && session.followsWrites()) {
            // what it remembers may have been changed since
            context.entities().clear();
        }
        return context.entities();
    }

    private ContextOfTransaction begin() {
        if (origin.role() == Role.READ) {
            // it takes part in no transaction, and has nothing to write there
            return new ContextOfTransaction(
                    origin, factory.get().createEntityManager(SynchronizationType.UNSYNCHRONIZED));
        }
        JdbcDbSession session = connections.session();
        if (session != null) {
            session.begun();
        }
        return new ContextOfTransaction(origin, create());
    }
}
