package org.duetdb.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.duetdb.DuetException;
import org.duetdb.UnavailableException;
import org.duetdb.session.OutsideTransactions;
import org.duetdb.session.Participant;

/**
 * The read role in a piece of work that may write to the same database: outside of transactions until it has, and then
 * in the transaction that has what was written, or on the primary.
 */
final class ReadYourWrites extends OutsideTransactions {

    private final SessionTransaction unit;
    private final Writes writes;
    private final boolean acrossRequests;
    private boolean inside;
    private boolean broken;
    private boolean seen;

    ReadYourWrites(SessionTransaction unit, Writes writes, boolean acrossRequests) {
        super(unit.requestId());
        this.unit = unit;
        this.writes = writes;
        this.acrossRequests = acrossRequests;
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
        return writes.isOnPrimary(reader.origin().alias());
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
    public void behind(Participant reader) {
        writes.behind(reader.origin().alias());
    }

    @Override
    public String positionToSee(Participant reader) {
        return acrossRequests && !seen && !mustReadPrimary(reader)
                ? writes.expected().of(reader.origin().alias()).orElse(null)
                : null;
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
    public void streamOpened() {
        unit.streamOpened();
    }

    @Override
    public void streamClosed() {
        unit.streamClosed();
    }
}
