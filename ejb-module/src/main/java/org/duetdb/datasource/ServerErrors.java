package org.duetdb.datasource;

import java.sql.SQLException;
import java.util.Optional;
import org.duetdb.ServerError;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Finds, beneath the wrappings of container and driver, what the server said. The only place that knows the driver's
 * classes.
 */
public final class ServerErrors {

    /** What the server said, and in which words. */
    public record Found(ServerError error, String message) {}

    private ServerErrors() {}

    /** Returns what the server, or the driver in its place, said; empty if nothing beneath is of theirs. */
    public static Optional<Found> find(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < 20; depth++) {
            if (current instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(read(sql));
            }
            current = next(current);
        }
        return Optional.empty();
    }

    private static Throwable next(Throwable failure) {
        if (failure instanceof SQLException sql && sql.getNextException() != null) {
            return sql.getNextException();
        }
        return failure.getCause();
    }

    private static Found read(SQLException sql) {
        try {
            return DriverFields.read(sql);
        } catch (NoClassDefFoundError driverNotVisible) {
            return plain(sql);
        }
    }

    private static Found plain(SQLException sql) {
        return new Found(new ServerError(sql.getSQLState(), null, null, null, null, null, 0), sql.getMessage());
    }

    /** Loaded only where the driver's classes are visible to the application. */
    private static final class DriverFields {

        private DriverFields() {}

        static Found read(SQLException sql) {
            ServerErrorMessage said = sql instanceof PSQLException error ? error.getServerErrorMessage() : null;
            if (said == null) {
                return plain(sql);
            }
            return new Found(
                    new ServerError(
                            sql.getSQLState(),
                            said.getConstraint(),
                            said.getTable(),
                            said.getColumn(),
                            said.getDetail(),
                            said.getHint(),
                            said.getPosition()),
                    said.getMessage());
        }
    }
}
