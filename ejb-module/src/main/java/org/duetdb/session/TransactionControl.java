package org.duetdb.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.duetdb.DuetException;
import org.duetdb.TransactionOptions;
import org.duetdb.TransactionalWork;

/** What a session asks of the transaction that surrounds it. For the thread of one request. */
public interface TransactionControl {

    /** Returns the identifier of the request. */
    String requestId();

    /** Returns whether the calling thread has a transaction in which sessions take part. */
    boolean isActive();

    /**
     * Returns the connection on which the participant works in the current transaction, opened at the first call; null
     * if there is no transaction.
     *
     * @throws org.duetdb.TransactionRolledBackException if the transaction can only roll back any more
     */
    Connection connection(Participant participant) throws SQLException;

    /**
     * Returns whether the participant, which reads, has to read from the primary where there is no transaction: what
     * was written for it may not be anywhere else yet.
     */
    default boolean mustReadPrimary(Participant reader) {
        return false;
    }

    /** Returns whether the participant, which reads, has to see something that was written, or may have been. */
    default boolean followsWrites(Participant reader) {
        return false;
    }

    /**
     * Returns the place in the log that a replica must have replayed for the participant, which reads; null if it need
     * not, or is known to have, or is not to be read from.
     */
    default String positionToSee(Participant reader) {
        return null;
    }

    /** Takes note that the replica has replayed it. */
    default void seen(Participant reader) {
        // it is not asked for
    }

    /** Takes note that the replica has not, or cannot be read, and that the primary has to be. */
    default void behind(Participant reader) {
        // it is not asked for
    }

    /** See {@link org.duetdb.OpenSession#position()}. */
    default Optional<String> position() {
        return Optional.empty();
    }

    /** Takes note that the participant may write in the current transaction before it executes anything. */
    default void begun(Participant participant) {
        // it does not
    }

    /** Takes note that the participant has written, or may have. */
    void wrote(Participant participant);

    /** Takes note that the next failure of a reader is the transaction's, which it reads in: it has broken it. */
    default void broken() {
        // nobody reads in one
    }

    /** Takes note that a statement of the participant has failed in the current transaction, if there is one. */
    void failed(DuetException failure);

    /** See {@link org.duetdb.DbSession#begin(TransactionOptions)}. */
    void begin(Participant participant, TransactionOptions options);

    /** See {@link org.duetdb.DbSession#commit()}. */
    void commit(Participant participant);

    /** See {@link org.duetdb.DbSession#rollback()}. */
    void rollback(Participant participant);

    /** See {@link org.duetdb.DbSession#setRollbackOnly()}. */
    void setRollbackOnly(Participant participant);

    /** See {@link org.duetdb.DbSession#transaction(TransactionOptions, TransactionalWork)}. */
    <T, X extends Exception> T transaction(
            Participant participant, TransactionOptions options, TransactionalWork<T, X> work) throws X;

    /** Takes note that the session of the participant has ended: what it began and did not end is rolled back. */
    void closed(Participant participant);

    /**
     * Takes note that a result is streamed on a connection of its own from now on: until it ends no transaction may
     * begin, which would draw the connection in.
     */
    void streamOpened();

    /** Takes note that such a stream has ended. */
    void streamClosed();
}
