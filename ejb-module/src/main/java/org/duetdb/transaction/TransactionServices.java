package org.duetdb.transaction;

/** What all transactions of an application share. For use by any thread. */
public final class TransactionServices {

    private final Jta jta = new Jta();
    private final RequestIds ids = new RequestIds();

    Jta jta() {
        return jta;
    }

    /** Returns a name that no other piece of work has. */
    String nextId() {
        return ids.next();
    }
}
