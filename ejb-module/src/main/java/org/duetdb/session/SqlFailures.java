package org.duetdb.session;

import java.sql.SQLException;
import org.duetdb.ConstraintViolationException;
import org.duetdb.DatabaseException;
import org.duetdb.Origin;
import org.duetdb.ReadOnlyException;
import org.duetdb.Role;
import org.duetdb.ServerError;
import org.duetdb.UnavailableException;
import org.duetdb.datasource.ServerErrors;

/** Makes a typed exception of what the driver throws, by its SQLSTATE (PostgreSQL, "PostgreSQL Error Codes"). */
public final class SqlFailures {

    private SqlFailures() {}

    /** Returns the exception to throw. */
    public static DatabaseException translate(Throwable failure, Origin origin) {
        return ServerErrors.find(failure)
                .map(found -> translate(found.error(), found.message(), failure, origin))
                .orElseGet(() -> new DatabaseException(
                        "DUET-210",
                        "the statement failed outside the server",
                        null,
                        origin,
                        ServerError.NONE,
                        failure));
    }

    private static DatabaseException translate(ServerError error, String said, Throwable cause, Origin origin) {
        String state = " (SQLSTATE " + error.sqlState() + ")";
        if (error.isOfClass("23")) {
            return new ConstraintViolationException("DUET-211", said + state, null, origin, error, cause);
        }
        if (error.isOfClass("22")) {
            // the server quotes the value here, and so does the driver's exception
            String what = "a value does not fit where the statement uses it" + state;
            return new DatabaseException(
                    "DUET-212", what, null, origin, error, withoutMessage(cause, error.sqlState()));
        }
        if ("25006".equals(error.sqlState())) {
            String remedy = origin.role() == Role.READ
                    ? "write through the session of the write role"
                    : "check that the address of the write role is that of the primary";
            return new ReadOnlyException("DUET-213", said + state, remedy, origin, error, cause);
        }
        if (error.isOfClass("08") || error.isOfClass("57P") || error.isOfClass("53")) {
            return new UnavailableException(
                    "DUET-109", "the connection failed: " + said + state, null, origin, error, cause);
        }
        return new DatabaseException("DUET-214", said + state, error.hint(), origin, error, cause);
    }

    private static SQLException withoutMessage(Throwable cause, String sqlState) {
        SQLException copy = new SQLException("message withheld, it may quote a value", sqlState);
        copy.setStackTrace(cause.getStackTrace());
        return copy;
    }
}
