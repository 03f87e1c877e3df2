package org.duetdb.batch;

import java.util.Arrays;

/**
 * A row to insert.
 *
 * @param columns its columns
 * @param values their values, in the same order
 */
public record InputRow(ColumnSet columns, Object[] values) {

    /** Returns this row with other columns too; {@code missing} is their value. */
    InputRow in(ColumnSet wider, Object missing) {
        Object[] all = new Object[wider.size()];
        Arrays.fill(all, missing);
        return new InputRow(wider, all).with(this);
    }

    /** Sets the values that another row has, whose columns are among those of this row. */
    InputRow with(InputRow other) {
        for (int i = 0; i < other.values.length; i++) {
            values[columns.position(other.columns.names().get(i))] = other.values[i];
        }
        return this;
    }
}
