package org.duetdb;

/** The state of a {@link DbSession}. */
public enum TransactionState {
    /** No transaction, no connection. */
    IDLE,

    /** No transaction, but a connection: while a statement runs, or a result is streamed. */
    CONNECTED,

    /** What the session executes belongs to the transaction of the calling thread. */
    IN_TRANSACTION,

    /** The transaction that the session last took part in has committed; it can begin again. */
    COMMITTED,

    /** The transaction that the session last took part in has rolled back; it can begin again. */
    ROLLED_BACK,

    /** The request has ended: every call throws {@link SessionClosedException}. */
    CLOSED
}
