package org.duetdb.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.duetdb.DuetException;
import org.duetdb.TransactionOptions;
import org.duetdb.TransactionalWork;
import org.duetdb.UnavailableException;
import org.duetdb.session.OutsideTransactions;
import org.duetdb.session.Participant;
import org.duetdb.session.TransactionControl;

/**
 * The read role in a piece of work that may write to the same database: outside of transactions until it has, and then
 * in the transaction that has what was written, or on the primary.
 */
final class ReadYourWrites implements TransactionControl {

    private final SessionTransaction unit;
    private final OutsideTransactions outside;
    private final boolean acrossRequests;
    private boolean inside;
    private boolean broken;
    private boolean seen;

    ReadYourWrites(SessionTransaction unit, boolean acrossRequests) {
        this.unit = unit;
        this.acrossRequests = acrossRequests;
        this.outside = new OutsideTransactions(unit.requestId());
    }

    @Override
    public String requestId() {
        return unit.requestId();
    }

    @Override
    public boolean isActive() {
        return false;
    }

    @Override
    public Connection connection(Participant reader) throws SQLException {
        Connection connection = unit.readingConnection(reader);
        inside = connection != null;
        broken = false;
        return connection;
    }

    @Override
    public boolean mustReadPrimary(Participant reader) {
        return unit.isOnPrimary(reader);
    }

    @Override
    public void broken() {
        broken = true;
    }

    /** A read that fails is its own affair, unless the transaction has lost its connection or its state with it. */
    @Override
    public void failed(DuetException failure) {
        if (inside && (broken || failure instanceof UnavailableException)) {
            unit.failed(failure);
        }
    }

    @Override
    public void wrote(Participant participant) {
        // the server has not let it
    }

    @Override
    public void behind(Participant reader) {
        unit.replicaIsBehind(reader);
    }

    @Override
    public String positionToSee(Participant reader) {
        return acrossRequests && !seen && !mustReadPrimary(reader) ? unit.expectedPosition(reader) : null;
    }

    @Override
    public void seen(Participant reader) {
        seen = true;
    }

    @Override
    public Optional<String> position() {
        return unit.position();
    }

    @Override
    public void begin(Participant participant, TransactionOptions options) {
        outside.begin(participant, options);
    }

    @Override
    public void commit(Participant participant) {
        outside.commit(participant);
    }

    @Override
    public void rollback(Participant participant) {
        outside.rollback(participant);
    }

    @Override
    public void setRollbackOnly(Participant participant) {
        outside.setRollbackOnly(participant);
    }

    @Override
    public <T, X extends Exception> T transaction(
            Participant participant, TransactionOptions options, TransactionalWork<T, X> work) {
        return outside.transaction(participant, options, work);
    }

    @Override
    public void closed(Participant participant) {
        outside.closed(participant);
    }

    @Override
    public void streamOpened() {
        unit.streamOpened();
    }

    @Override
    public void streamClosed() {
        unit.streamClosed();
    }
}
