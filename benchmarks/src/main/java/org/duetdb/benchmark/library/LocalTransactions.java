package org.duetdb.benchmark.library;

import java.sql.Connection;
import java.sql.SQLException;
import org.duetdb.DuetException;
import org.duetdb.TransactionOptions;
import org.duetdb.TransactionalWork;
import org.duetdb.session.Participant;
import org.duetdb.session.TransactionControl;

/**
 * Transactions of one session on one connection: what a container's are to a unit of work with one database, without
 * the container.
 */
final class LocalTransactions implements TransactionControl {

    private Connection current;

    @Override
    public String requestId() {
        return "benchmark";
    }

    @Override
    public boolean isActive() {
        return current != null;
    }

    @Override
    public Connection connection(Participant participant) {
        return current;
    }

    @Override
    public void wrote(Participant participant) {
        // nobody reads from elsewhere
    }

    @Override
    public void failed(DuetException failure) {
        // it goes on to whoever measures, and ends the measurement
    }

    @Override
    public <T, X extends Exception> T transaction(
            Participant participant, TransactionOptions options, TransactionalWork<T, X> work) throws X {
        try (Connection connection = participant.openConnection()) {
            current = connection;
            return new JdbcTransaction(connection).run(work::run);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            current = null;
        }
    }

    @Override
    public void begin(Participant participant, TransactionOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void commit(Participant participant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rollback(Participant participant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setRollbackOnly(Participant participant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void closed(Participant participant) {
        // nothing can be open
    }

    @Override
    public void streamOpened() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void streamClosed() {
        throw new UnsupportedOperationException();
    }
}
