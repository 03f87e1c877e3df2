package org.duetdb.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.duetdb.DuetException;
import org.duetdb.UnavailableException;
import org.duetdb.config.Consistency;
import org.duetdb.session.OutsideTransactions;
import org.duetdb.session.Participant;

/**
 * The read role in a piece of work that may write to the same database: outside of transactions until it has, and then
 * in the transaction that has what was written, or on the primary. With {@link Consistency#OFF} what was written does
 * not count, but a replica that cannot be read is left for the primary all the same.
 */
final class ReadYourWrites extends OutsideTransactions {

    private final SessionTransaction unit;
    private final Writes writes;
    private final Consistency consistency;
    private boolean inside;
    private boolean broken;
    private boolean seen;

    ReadYourWrites(SessionTransaction unit, Writes writes, Consistency consistency) {
        super(unit.requestId());
        this.unit = unit;
        this.writes = writes;
        this.consistency = consistency;
    }

    @Override
    public Connection connection(Participant reader) throws SQLException {
        Connection connection =
                countsWrites() || writes.isBehind(reader.origin().alias()) ? unit.readingConnection(reader) : null;
        inside = connection != null;
        broken = false;
        return connection;
    }

    @Override
    public boolean mustReadPrimary(Participant reader) {
        String alias = reader.origin().alias();
        return countsWrites() ? writes.isOnPrimary(alias) : writes.isBehind(alias);
    }

    @Override
    public boolean followsWrites(Participant reader) {
        return countsWrites() && !writes.isNone(reader.origin().alias());
    }

    private boolean countsWrites() {
        return consistency != Consistency.OFF;
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
        return consistency == Consistency.SESSION && !seen && !mustReadPrimary(reader)
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
