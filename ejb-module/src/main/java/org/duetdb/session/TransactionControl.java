package org.duetdb.session;

import java.sql.Connection;
import java.sql.SQLException;
import org.duetdb.DuetException;
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

    /** Takes note that a statement of the participant has failed in the current transaction, if there is one. */
    void failed(DuetException failure);

    /** See {@link org.duetdb.DbSession#begin()}. */
    void begin(Participant participant);

    /** See {@link org.duetdb.DbSession#commit()}. */
    void commit(Participant participant);

    /** See {@link org.duetdb.DbSession#rollback()}. */
    void rollback(Participant participant);

    /** See {@link org.duetdb.DbSession#setRollbackOnly()}. */
    void setRollbackOnly(Participant participant);

    /** See {@link org.duetdb.DbSession#transaction(TransactionalWork)}. */
    <T, X extends Exception> T transaction(Participant participant, TransactionalWork<T, X> work) throws X;
}
