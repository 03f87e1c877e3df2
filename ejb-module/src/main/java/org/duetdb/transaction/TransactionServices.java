package org.duetdb.transaction;

/** What all transactions of an application share. For use by any thread. */
public final class TransactionServices {

    private final Jta jta;
    private final RequestIds ids = new RequestIds();

    /** Creates those of an application. */
    public TransactionServices() {
        this(new Jta());
    }

    TransactionServices(Jta jta) {
        this.jta = jta;
    }

    Jta jta() {
        return jta;
    }

    /** Returns a name that no other piece of work has. */
    String nextId() {
        return ids.next();
    }
}
