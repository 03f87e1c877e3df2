package org.duetdb.session;

import java.sql.Connection;
import java.sql.SQLException;
import org.duetdb.DuetException;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.TransactionOptions;
import org.duetdb.TransactionalWork;

/**
 * The read role: it takes part in no transaction. A standby cannot prepare one, reading must not turn one phase into
 * two, and a failed read must not undo a write.
 */
public class OutsideTransactions implements TransactionControl {

    private final String requestId;

    /** Creates the one of a request, or of another piece of work. */
    public OutsideTransactions(String requestId) {
        this.requestId = requestId;
    }

    @Override
    public String requestId() {
        return requestId;
    }

    @Override
    public boolean isActive() {
        return false;
    }

    @Override
    public Connection connection(Participant participant) throws SQLException {
        return null;
    }

    @Override
    public void wrote(Participant participant) {
        // the server has not let it
    }

    @Override
    public void failed(DuetException failure) {
        // no transaction, nothing to note
    }

    @Override
    public void begin(Participant participant, TransactionOptions options) {
        throw refusal(participant);
    }

    @Override
    public void commit(Participant participant) {
        throw refusal(participant);
    }

    @Override
    public void rollback(Participant participant) {
        throw refusal(participant);
    }

    @Override
    public void setRollbackOnly(Participant participant) {
        throw refusal(participant);
    }

    @Override
    public <T, X extends Exception> T transaction(
            Participant participant, TransactionOptions options, TransactionalWork<T, X> work) {
        throw refusal(participant);
    }

    @Override
    public void closed(Participant participant) {
        // it began nothing
    }

    @Override
    public void streamOpened() {
        // its connections are not drawn into a transaction
    }

    @Override
    public void streamClosed() {
        // see above
    }

    private static IllegalTransactionStateException refusal(Participant participant) {
        return new IllegalTransactionStateException(
                "DUET-301",
                "the read role takes part in no transaction",
                "use the session of the write role",
                participant.origin());
    }
}
