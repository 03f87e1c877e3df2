package org.duetdb.session;

import org.duetdb.DatabaseException;
import org.duetdb.Origin;
import org.duetdb.ServerError;
import org.duetdb.datasource.ServerErrors;

/** Makes a typed exception of what the driver throws, by its SQLSTATE (PostgreSQL, "PostgreSQL Error Codes"). */
public final class SqlFailures {

    private SqlFailures() {}

    /** Returns the exception to throw. Neither its message nor that of its cause quotes a value. */
    public static DatabaseException translate(Throwable failure, Origin origin) {
        return ServerErrors.find(failure)
                .map(error -> translate(error, failure, origin))
                .orElseGet(() -> new DatabaseException(
                        "DUET-210",
                        "the statement failed outside the server",
                        null,
                        origin,
                        ServerError.NONE,
                        failure));
    }

    private static DatabaseException translate(ServerError error, Throwable failure, Origin origin) {
        Explanation explanation = Explanations.of(error, origin);
        return explanation
                .type()
                .create(
                        explanation.code(),
                        explanation.what() + " (SQLSTATE " + error.sqlState() + ")",
                        explanation.remedy(),
                        origin,
                        error,
                        Causes.withoutValues(failure, error));
    }
}
