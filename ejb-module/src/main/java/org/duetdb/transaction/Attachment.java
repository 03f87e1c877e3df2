package org.duetdb.transaction;

/** What lives as long as a transaction, and has work to hand in before that commits. */
public interface Attachment {

    /** Returns the alias of the database that its work is for. */
    String alias();

    /** Executes what it has kept back: somebody is about to look at the database, or to commit. */
    void flush();

    /** Hears that a part of the transaction has been undone: what it knows of the database may be wrong. */
    void undone();

    /** Hears that the transaction has ended. */
    void ended();
}
