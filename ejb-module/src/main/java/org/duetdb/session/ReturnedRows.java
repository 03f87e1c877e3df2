package org.duetdb.session;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.Origin;
import org.duetdb.Row;
import org.duetdb.batch.Outcome;

/** The rows that statements return, all of them with the same columns. */
final class ReturnedRows implements Outcome {

    private final SessionStatement statement;
    private final Origin origin;
    private final List<ResultRow> rows = new ArrayList<>();

    ReturnedRows(SessionStatement statement, Origin origin) {
        this.statement = statement;
        this.origin = origin;
    }

    /** Returns the rows since the last time. */
    List<ResultRow> take() {
        List<ResultRow> taken = List.copyOf(rows);
        rows.clear();
        return taken;
    }

    @Override
    public void execute(PreparedStatement prepared) throws SQLException {
        try (ResultSet result = prepared.executeQuery()) {
            new ResultReader<>(statement, Row.class, result, origin).all().forEach(row -> rows.add((ResultRow) row));
        }
    }

    @Override
    public boolean takesBatches() {
        return false;
    }

    @Override
    public void executeBatch(PreparedStatement prepared) {
        throw new IllegalStateException("a batch returns no rows");
    }
}
