package org.duetdb.persistence;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;

/**
 * The entity manager factory of one (alias, role), made when it is first needed. A provider asks the database while it
 * is made; if that is away, it is tried again the next time. For use by any thread.
 */
final class UnitFactory {

    private final UnitProperties properties;
    private volatile EntityManagerFactory made;
    private boolean closed;

    UnitFactory(UnitProperties properties) {
        this.properties = properties;
    }

    /**
     * Returns it.
     *
     * @throws jakarta.persistence.PersistenceException if it cannot be made
     */
    EntityManagerFactory get() {
        EntityManagerFactory known = made;
        return known != null ? known : make();
    }

    private synchronized EntityManagerFactory make() {
        if (closed) {
            throw new IllegalStateException("the application has ended");
        }
        if (made == null) {
            made = properties.connections().lending(this::askingTheDatabase);
        }
        return made;
    }

    private EntityManagerFactory askingTheDatabase() {
        EntityManagerFactory factory =
                Persistence.createEntityManagerFactory(properties.origin().alias(), properties.map());
        try {
            // EclipseLink asks when it makes the first one
            factory.createEntityManager().close();
            return factory;
        } catch (RuntimeException away) {
            factory.close();
            throw away;
        }
    }

    synchronized void close() {
        closed = true;
        if (made != null && made.isOpen()) {
            made.close();
        }
    }
}
