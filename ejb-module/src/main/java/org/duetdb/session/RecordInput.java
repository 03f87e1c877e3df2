package org.duetdb.session;

import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.List;
import org.duetdb.batch.ColumnSet;
import org.duetdb.batch.InputRow;

/**
 * Makes rows to insert of the records of one class.
 *
 * @param accessors what reads each component, as {@code (Object)Object}
 * @param columns the columns
 * @param positions for each component, which of the columns it is
 */
record RecordInput(MethodHandle[] accessors, ColumnSet columns, int[] positions) {

    /** Creates it; {@code columns} are those of the shape. */
    static RecordInput of(RecordShape shape, ColumnSet columns) {
        int[] positions = names(shape).stream().mapToInt(columns::position).toArray();
        return new RecordInput(shape.accessors(), columns, positions);
    }

    /** Returns the column of each component. */
    static List<String> names(RecordShape shape) {
        return Arrays.stream(shape.names()).map(SnakeCase::of).toList();
    }

    InputRow row(Record record) {
        Object[] values = new Object[positions.length];
        for (int i = 0; i < values.length; i++) {
            values[positions[i]] = read(accessors[i], record);
        }
        return new InputRow(columns, values);
    }

    private static Object read(MethodHandle accessor, Object record) {
        try {
            return (Object) accessor.invokeExact(record);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
