package org.duetdb.session;

import java.lang.invoke.MethodHandle;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.duetdb.Origin;
import org.duetdb.UnreadableValueException;
import org.duetdb.type.ConversionException;
import org.duetdb.type.ReadFailures;

/**
 * Makes a record of each row.
 *
 * @param maker reads the columns and calls the constructor, as {@code (ResultSet)Object}
 */
record RecordPlan<T>(ResultColumns columns, Class<T> type, MethodHandle maker) implements ResultPlan<T> {

    @Override
    @SuppressWarnings("unchecked")
    public T read(ResultSet result, Origin origin) throws SQLException {
        try {
            return (T) (Object) maker.invokeExact(result);
        } catch (ConversionException failure) {
            throw ReadFailures.translate(failure, result.getMetaData(), failure.column(), origin);
        } catch (SQLException | Error failure) {
            throw failure;
        } catch (Throwable refusal) {
            // what the constructor says may quote values
            throw new UnreadableValueException(
                    "DUET-219",
                    "the constructor of " + type.getTypeName() + " threw a "
                            + refusal.getClass().getTypeName(),
                    "see why it refuses what the columns hold",
                    origin,
                    null);
        }
    }
}
