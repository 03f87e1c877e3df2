package org.duetdb.persistence;

import jakarta.persistence.EntityManager;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.transaction.Attachment;

/**
 * The persistence context of one transaction and (alias, role) (Jakarta Persistence 3.1 §7.6.1).
 *
 * @param origin the alias and the role
 * @param entities its entity manager
 */
record ContextOfTransaction(Origin origin, EntityManager entities) implements Attachment {

    @Override
    public String alias() {
        return origin.alias();
    }

    @Override
    public void flush() {
        if (origin.role() == Role.WRITE) {
            entities.flush();
        }
    }

    @Override
    public void undone() {
        entities.clear();
    }

    @Override
    public void ended() {
        entities.close();
    }
}
