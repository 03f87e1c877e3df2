package org.duetdb.session;

import java.util.regex.Pattern;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;

/**
 * The one row that a provider of persistence is to insert, if it does not conflict with another: {@code ON CONFLICT} is
 * added on the statement's way to the server. For one thread.
 */
final class ConflictingInsert {

    private static final Pattern WRITES =
            Pattern.compile("\\s*(?:insert|update|delete|merge)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final InsertConflict conflict;
    private final Origin origin;
    private boolean prepared;
    private boolean written;

    ConflictingInsert(InsertConflict conflict, Origin origin) {
        this.conflict = conflict;
        this.origin = origin;
    }

    /**
     * Returns the statement to send instead of the provider's.
     *
     * @throws InvalidStatementException if it writes something else: that would stay, whatever becomes of the row
     */
    String completed(String sql) {
        if (!WRITES.matcher(sql).matches()) {
            return sql;
        }
        ColumnParameters.Insert row = prepared ? null : ColumnParameters.ofInsert(sql);
        if (row == null) {
            throw refusal("more is written than one row of one table", null);
        }
        prepared = true;
        try {
            return sql + conflict.clause(row);
        } catch (IllegalArgumentException unknown) {
            throw refusal(unknown.getMessage(), unknown);
        }
    }

    private InvalidStatementException refusal(String what, Exception cause) {
        return new InvalidStatementException(
                "DUET-229",
                what + ", which cannot be done on conflict",
                "name attributes of a column each, and store what belongs to the entity afterwards",
                origin,
                cause);
    }

    /** Takes note of how many rows there were, and returns how many the provider expects. */
    Object counted(Object rows) {
        if (rows instanceof Integer count) {
            written = count != 0;
            return 1;
        } else if (rows instanceof int[] counts) {
            written = counts.length == 1 && counts[0] != 0;
            return new int[] {1};
        }
        return rows;
    }

    /** Returns whether a row has been inserted, or overwritten. */
    boolean isWritten() {
        return written;
    }
}
