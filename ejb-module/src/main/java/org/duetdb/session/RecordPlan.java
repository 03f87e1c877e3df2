package org.duetdb.session;

import java.lang.invoke.MethodHandle;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Makes a record of each row.
 *
 * @param maker reads the columns and calls the constructor, as {@code (ResultSet)Object}
 * @param readers reads the column of each component alone, as {@code (ResultSet)} and the component's type
 * @param labels the label of each component's column
 */
record RecordPlan<T>(ResultColumns columns, Class<T> type, MethodHandle maker, MethodHandle[] readers, String[] labels)
        implements ResultPlan<T> {

    @Override
    public T read(ResultSet result) throws SQLException, UnreadableColumn {
        try {
            return type.cast((Object) maker.invokeExact(result));
        } catch (Error error) {
            throw error;
        } catch (Throwable failure) {
            throw explain(result, failure);
        }
    }

    /** Reads again, column by column, to say which one it was. */
    private UnreadableColumn explain(ResultSet result, Throwable failure) throws SQLException {
        for (int i = 0; i < readers.length; i++) {
            try {
                readers[i].invoke(result);
            } catch (Error error) {
                throw error;
            } catch (Throwable unreadable) {
                return ColumnFailure.of(unreadable, labels[i]);
            }
        }
        return new UnreadableColumn("the constructor of " + type.getTypeName() + " threw a "
                + failure.getClass().getTypeName());
    }
}
