package org.duetdb.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;
import org.duetdb.batch.ColumnSet;
import org.duetdb.batch.ColumnSets;
import org.duetdb.batch.InputRow;
import org.duetdb.batch.QuotedName;

/** Makes rows to insert of maps and records. For one call. */
final class InputRows {

    private final SessionServices services;
    private final ColumnSets sets;
    private final Origin origin;
    private final Map<Class<?>, RecordInput> records = new HashMap<>();
    private final List<InputRow> rows = new ArrayList<>();
    private ColumnSet last;

    private InputRows(SessionServices services, ColumnSets sets, Origin origin) {
        this.services = services;
        this.sets = sets;
        this.origin = origin;
    }

    /**
     * Makes the rows.
     *
     * @throws InvalidStatementException if one is neither a map nor a record, has no column or one that is no name
     */
    static List<InputRow> of(Collection<?> rows, SessionServices services, ColumnSets sets, Origin origin) {
        InputRows input = new InputRows(services, sets, origin);
        rows.forEach(input::add);
        return input.rows;
    }

    private void add(Object row) {
        if (row instanceof Map<?, ?> map) {
            rows.add(ofMap(map));
        } else if (row instanceof Record record) {
            rows.add(records.computeIfAbsent(record.getClass(), this::recordInput)
                    .row(record));
        } else {
            String what = row == null ? "null" : "a " + row.getClass().getTypeName();
            throw refusal("DUET-251", "is " + what, "give maps from column to value, or records");
        }
    }

    private RecordInput recordInput(Class<?> type) {
        RecordShape shape = services.shape(type, origin);
        return RecordInput.of(shape, set(RecordInput.names(shape)));
    }

    /** Most maps have the columns of the one before. */
    private InputRow ofMap(Map<?, ?> map) {
        InputRow row = last != null && map.size() == last.size() ? fill(map, last) : null;
        if (row == null) {
            last = set(map.keySet());
            row = fill(map, last);
        }
        return row;
    }

    private static InputRow fill(Map<?, ?> map, ColumnSet columns) {
        Object[] values = new Object[columns.size()];
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            int position = columns.position(entry.getKey());
            if (position < 0) {
                return null;
            }
            values[position] = entry.getValue();
        }
        return new InputRow(columns, values);
    }

    private ColumnSet set(Collection<?> columns) {
        if (columns.isEmpty()) {
            throw refusal("DUET-252", "has no column", "leave it out, or give it a column");
        }
        Set<String> names = new HashSet<>();
        for (Object column : columns) {
            if (!(column instanceof String name)) {
                throw refusal("DUET-252", "has a key that is no string", "name the columns by strings");
            }
            QuotedName.require(name, origin);
            if (!names.add(name)) {
                throw refusal("DUET-252", "has the column " + name + " twice", "give it one value");
            }
        }
        return sets.of(names);
    }

    private InvalidStatementException refusal(String code, String what, String remedy) {
        return new InvalidStatementException(code, "row " + (rows.size() + 1) + " " + what, remedy, origin, null);
    }
}
