package org.duetdb.transaction;

import java.util.function.Supplier;

/** What is attached to the transaction of the calling thread. For use by any thread. */
public final class Attachments {

    private final Jta jta;

    /** Creates those of an application. */
    public Attachments(TransactionServices services) {
        this.jta = services.jta();
    }

    /**
     * Returns the one under that key, attached at the first call; null if the calling thread has no transaction, or one
     * that is ending.
     */
    public <A extends Attachment> A attached(Object key, Supplier<A> maker) {
        return switch (jta.phase()) {
            case NONE, ENDING -> null;
            case ACTIVE, ROLLBACK_ONLY -> jta.current().attached(key, maker);
        };
    }
}
