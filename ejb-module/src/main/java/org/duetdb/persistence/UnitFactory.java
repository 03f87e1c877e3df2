package org.duetdb.persistence;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;

/**
 * The entity manager factory of one (alias, role), made when it is first needed. A provider may ask the database while
 * it is made; if that is away, it is tried again the next time. For use by any thread.
 */
final class UnitFactory {

    private final String unit;
    private final UnitProperties properties;
    private volatile EntityManagerFactory made;
    private boolean closed;

    UnitFactory(String unit, UnitProperties properties) {
        this.unit = unit;
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
            made = Persistence.createEntityManagerFactory(unit, properties.map());
        }
        return made;
    }

    synchronized void close() {
        closed = true;
        if (made != null && made.isOpen()) {
            made.close();
        }
    }
}
