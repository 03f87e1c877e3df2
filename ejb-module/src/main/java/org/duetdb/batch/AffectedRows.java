package org.duetdb.batch;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** How many rows were affected by all that was executed. */
public final class AffectedRows implements Outcome {

    private long count;

    /** Returns the number until now. */
    public long count() {
        return count;
    }

    @Override
    public void execute(PreparedStatement statement) throws SQLException {
        count += RowCount.execute(statement);
    }

    @Override
    public boolean takesBatches() {
        return true;
    }

    @Override
    public void executeBatch(PreparedStatement statement) throws SQLException {
        count += RowCount.executeBatch(statement);
    }
}
