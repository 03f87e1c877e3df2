package org.duetdb.batch;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Executes statements that have their parameters, and makes something of what they return. For one thread. */
public interface Outcome {

    /** Executes the statement. */
    void execute(PreparedStatement statement) throws SQLException;

    /** Returns whether {@link #executeBatch} may be called in its place, which saves round trips. */
    boolean takesBatches();

    /** Executes what has been added to the statement as a batch, none of which returns rows. */
    void executeBatch(PreparedStatement statement) throws SQLException;
}
