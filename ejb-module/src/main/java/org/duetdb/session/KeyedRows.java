package org.duetdb.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;
import org.duetdb.Row;
import org.duetdb.batch.QuotedName;

/**
 * Rows with their keys behind the columns that were asked for. Finds those that were stored twice, because their keys
 * are different values in Java and the same in the database; within one statement it is the server that refuses them.
 * For one call.
 */
final class KeyedRows {

    private final List<String> key;
    private final Origin origin;
    private final Set<List<Object>> stored = new HashSet<>();

    KeyedRows(List<String> key, Origin origin) {
        this.key = key;
        this.origin = origin;
    }

    /** Returns the columns to ask for: the keys as text, behind the others if there are any. */
    String returning(String others) {
        StringJoiner columns = new StringJoiner(",");
        if (!others.isEmpty()) {
            columns.add(others);
        }
        for (int i = 0; i < key.size(); i++) {
            columns.add(QuotedName.list(key.subList(i, i + 1)) + "::text AS \"duet key " + i + '"');
        }
        return columns.toString();
    }

    /**
     * Takes note of the rows of a part, and returns them without their keys.
     *
     * @throws InvalidStatementException if one of them was stored by an earlier part
     */
    List<Row> withoutKeys(List<ResultRow> part) {
        if (part.isEmpty()) {
            return List.of();
        }
        ColumnIndex all = part.get(0).columns();
        ColumnIndex others = all.first(all.size() - key.size());
        List<Row> rows = new ArrayList<>(part.size());
        List<List<Object>> keys = new ArrayList<>(part.size());
        for (ResultRow row : part) {
            keys.add(row.from(others.size()));
            rows.add(row.first(others));
        }
        if (keys.stream().anyMatch(stored::contains)) {
            throw new InvalidStatementException(
                    "DUET-254",
                    "two rows have keys that are the same to the database, and differ in Java and in their columns",
                    "write such keys alike, or give the rows the same columns",
                    origin,
                    null);
        }
        stored.addAll(keys);
        return rows;
    }
}
