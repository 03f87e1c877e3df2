package org.duetdb.session;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;
import org.duetdb.Row;
import org.duetdb.type.Conversion;
import org.duetdb.type.ConversionException;
import org.duetdb.type.ReadFailures;

/** The values of a row beside the column index that it shares with its siblings. */
final class ResultRow extends AbstractMap<String, Object> implements Row {

    private final ColumnIndex columns;
    private final Object[] values;

    ResultRow(ColumnIndex columns, Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    ColumnIndex columns() {
        return columns;
    }

    /** Returns the row with its first columns only, as many as the index has. */
    ResultRow first(ColumnIndex index) {
        return new ResultRow(index, Arrays.copyOf(values, index.size()));
    }

    /** Returns the values of the columns from one on, in their order. */
    List<Object> from(int column) {
        return Arrays.asList(values).subList(column, values.length);
    }

    @Override
    public Object get(Object label) {
        int position = columns.position(label);
        return position < 0 ? null : values[position];
    }

    @Override
    public boolean containsKey(Object label) {
        return columns.position(label) >= 0;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Set<String> keySet() {
        return columns.labels();
    }

    @Override
    public <T> T get(String column, Class<T> type) {
        int position = columns.position(column);
        if (position < 0) {
            throw new InvalidStatementException(
                    "DUET-206",
                    "the row has no column " + column,
                    "its columns are " + columns.labels(),
                    Origin.NONE,
                    null);
        }
        Object value = values[position];
        try {
            return Conversion.of(value, type, columns.json());
        } catch (ConversionException failure) {
            throw ReadFailures.translate(failure, column, value, Origin.NONE);
        }
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Entry<String, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int column = next++;
            return new SimpleImmutableEntry<>(columns.label(column), values[column]);
        }
    }
}
