package org.duetdb.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.MoreThanOneRowException;
import org.duetdb.NoRowException;
import org.duetdb.Origin;
import org.duetdb.UnreadableValueException;

/**
 * Reads a result.
 *
 * @param <T> what is made of a row
 */
final class ResultReader<T> {

    private final SessionStatement statement;
    private final Class<T> type;
    private final ResultSet result;
    private final Origin origin;
    private ResultPlan<T> plan;
    private boolean planIsNew;

    ResultReader(SessionStatement statement, Class<T> type, ResultSet result, Origin origin) throws SQLException {
        this.statement = statement;
        this.type = type;
        this.result = result;
        this.origin = origin;
        this.plan = statement.plan(type, result, origin);
    }

    /** Reads all rows. */
    List<T> all() throws SQLException {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
            rows.add(current());
        }
        return rows;
    }

    /** Reads the only row. */
    T one() throws SQLException {
        if (!result.next()) {
            throw new NoRowException(
                    "DUET-207",
                    "the statement returned no row",
                    "use query() or queryOptional() where none is expected",
                    origin);
        }
        T row = current();
        requireEnd();
        return row;
    }

    /** Reads the only row; null if there is none. */
    T oneOrNull() throws SQLException {
        if (!result.next()) {
            return null;
        }
        T row = current();
        requireEnd();
        return row;
    }

    private void requireEnd() throws SQLException {
        if (result.next()) {
            String remedy = "use query(), or make the condition unique";
            throw new MoreThanOneRowException("DUET-208", "the statement returned more than one row", remedy, origin);
        }
    }

    /** Reads the current row. */
    T current() throws SQLException {
        try {
            return plan.read(result, origin);
        } catch (UnreadableValueException unreadable) {
            if (planIsNew) {
                throw unreadable;
            }
            planIsNew = true;
            plan = statement.newPlan(type, result, origin);
            return current();
        }
    }
}
