package org.duetdb.transaction;

/** What all transactions of an application share. For use by any thread. */
public final class TransactionServices {

    private final Jta jta;
    private final CommitPositions positions;
    private final RequestIds ids = new RequestIds();

    /** Creates those of an application. */
    public TransactionServices(CommitPositions positions) {
        this(new Jta(), positions);
    }

    TransactionServices(Jta jta, CommitPositions positions) {
        this.jta = jta;
        this.positions = positions;
    }

    CommitPositions positions() {
        return positions;
    }

    Jta jta() {
        return jta;
    }

    /** Returns a name that no other piece of work has. */
    String nextId() {
        return ids.next();
    }
}
