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

    private static final int DEEPEST = 20;

    private ServerErrors() {}

    /**
     * Returns what the server, or the driver in its place, said; empty if nothing beneath is of theirs. What the server
     * said is preferred: a driver's exception around it, such as that of a batch, has its SQLSTATE and nothing more.
     * What a transaction manager only hands on beside its own exception counts if there is nothing else.
     */
    public static Optional<ServerError> find(Throwable failure) {
        Optional<ServerError> beneath = beneath(failure);
        return beneath.isPresent() ? beneath : beside(failure);
    }

    private static Optional<ServerError> beside(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEEPEST; depth++) {
            for (Throwable suppressed : current.getSuppressed()) {
                Optional<ServerError> found = beneath(suppressed);
                if (found.isPresent()) {
                    return found;
                }
            }
            current = next(current);
        }
        return Optional.empty();
    }

    private static Optional<ServerError> beneath(Throwable failure) {
        ServerError outermost = null;
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEEPEST; depth++) {
            if (current instanceof SQLException sql && sql.getSQLState() != null) {
                ServerError read = read(sql);
                if (read.severity() != null) {
                    return Optional.of(read);
                }
                outermost = outermost == null ? read : outermost;
            }
            current = next(current);
        }
        return Optional.ofNullable(outermost);
    }

    private static Throwable next(Throwable failure) {
        if (failure instanceof SQLException sql && sql.getNextException() != null) {
            return sql.getNextException();
        }
        return failure.getCause();
    }

    private static ServerError read(SQLException sql) {
        try {
            return DriverFields.read(sql);
        } catch (NoClassDefFoundError driverNotVisible) {
            return plain(sql);
        }
    }

    private static ServerError plain(SQLException sql) {
        return ServerError.of(sql.getSQLState(), sql.getMessage());
    }

    /** Loaded only where the driver's classes are visible to the application. */
    private static final class DriverFields {

        private DriverFields() {}

        static ServerError read(SQLException sql) {
            ServerErrorMessage said = sql instanceof PSQLException error ? error.getServerErrorMessage() : null;
            if (said == null) {
                return plain(sql);
            }
            return new ServerError(
                    sql.getSQLState(),
                    said.getSeverity(),
                    said.getMessage(),
                    said.getDetail(),
                    said.getHint(),
                    said.getWhere(),
                    said.getSchema(),
                    said.getTable(),
                    said.getColumn(),
                    said.getDatatype(),
                    said.getConstraint(),
                    said.getPosition(),
                    said.getInternalPosition());
        }
    }
}
