package org.duetdb.rest;

import java.sql.SQLException;
import org.duetdb.AccessDeniedException;
import org.duetdb.CheckViolationException;
import org.duetdb.ConstraintViolationException;
import org.duetdb.DatabaseException;
import org.duetdb.DeadlockException;
import org.duetdb.DuetException;
import org.duetdb.ExclusionViolationException;
import org.duetdb.ForeignKeyViolationException;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.InvalidAttributeException;
import org.duetdb.InvalidSqlException;
import org.duetdb.InvalidStatementException;
import org.duetdb.InvalidValueException;
import org.duetdb.LockTimeoutException;
import org.duetdb.MoreThanOneRowException;
import org.duetdb.NoRowException;
import org.duetdb.NotNullViolationException;
import org.duetdb.Origin;
import org.duetdb.PoolExhaustedException;
import org.duetdb.RaisedException;
import org.duetdb.ReadOnlyException;
import org.duetdb.Role;
import org.duetdb.SerializationFailureException;
import org.duetdb.ServerError;
import org.duetdb.SessionClosedException;
import org.duetdb.StatementCancelledException;
import org.duetdb.StatementTimeoutException;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.TransactionTimeoutException;
import org.duetdb.UnavailableException;
import org.duetdb.UniqueViolationException;
import org.duetdb.UnknownAliasException;
import org.duetdb.UnknownOutcomeException;
import org.duetdb.UnreadableValueException;
import org.duetdb.WrongThreadException;

/** One failure of every type, with texts that no client may see. */
final class Failures {

    static final String SECRET = "my-secret";

    private static final Origin ORIGIN = new Origin("default", Role.WRITE, "r-1");
    private static final SQLException CAUSE = new SQLException("cause " + SECRET);

    /** The constructor of an exception. */
    private interface Type {
        DatabaseException create(
                String code, String what, String remedy, Origin origin, ServerError error, Throwable cause);
    }

    private Failures() {}

    /** Returns the failure of a type, by its simple name. */
    static DuetException of(String type, String sqlState) {
        return switch (type) {
            case "IllegalTransactionStateException" ->
                new IllegalTransactionStateException("DUET-301", "SELECT what", "remedy", ORIGIN);
            case "InvalidAttributeException" ->
                new InvalidAttributeException("DUET-803", "SELECT what", "remedy", ORIGIN, "page");
            case "InvalidStatementException" ->
                new InvalidStatementException("DUET-201", "SELECT what", "remedy", ORIGIN, CAUSE);
            case "MoreThanOneRowException" -> new MoreThanOneRowException("DUET-208", "SELECT what", "remedy", ORIGIN);
            case "NoRowException" -> new NoRowException("DUET-207", "SELECT what", "remedy", ORIGIN);
            case "SessionClosedException" -> new SessionClosedException("DUET-209", "SELECT what", "remedy", ORIGIN);
            case "TransactionRolledBackException" -> rolledBack(CAUSE);
            case "UnknownOutcomeException" ->
                new UnknownOutcomeException("DUET-312", "SELECT what", "remedy", ORIGIN, CAUSE);
            case "UnknownAliasException" -> new UnknownAliasException("DUET-112", "SELECT what", "remedy", ORIGIN);
            case "WrongThreadException" -> new WrongThreadException("DUET-215", "SELECT what", "remedy", ORIGIN);
            case "UnreadableValueException" ->
                new UnreadableValueException("DUET-205", "SELECT what", "remedy", ORIGIN, CAUSE);
            default -> reported(type, sqlState);
        };
    }

    /** Returns a rollback for that reason. */
    static DuetException rolledBack(Throwable reason) {
        return new TransactionRolledBackException("DUET-311", "SELECT what", "remedy", ORIGIN, reason);
    }

    private static DatabaseException reported(String type, String sqlState) {
        ServerError error = new ServerError(
                sqlState, "ERROR", SECRET, SECRET, SECRET, SECRET, "public", "users", "name", null, "users_name", 0, 0);
        return constructor(type).create("DUET-999", "SELECT what", "remedy", ORIGIN, error, CAUSE);
    }

    private static Type constructor(String type) {
        return switch (type) {
            case "AccessDeniedException" -> AccessDeniedException::new;
            case "CheckViolationException" -> CheckViolationException::new;
            case "ConstraintViolationException" -> ConstraintViolationException::new;
            case "DatabaseException" -> DatabaseException::new;
            case "DeadlockException" -> DeadlockException::new;
            case "ExclusionViolationException" -> ExclusionViolationException::new;
            case "ForeignKeyViolationException" -> ForeignKeyViolationException::new;
            case "InvalidSqlException" -> InvalidSqlException::new;
            case "InvalidValueException" -> InvalidValueException::new;
            case "LockTimeoutException" -> LockTimeoutException::new;
            case "NotNullViolationException" -> NotNullViolationException::new;
            case "PoolExhaustedException" -> PoolExhaustedException::new;
            case "RaisedException" -> RaisedException::new;
            case "ReadOnlyException" -> ReadOnlyException::new;
            case "SerializationFailureException" -> SerializationFailureException::new;
            case "StatementCancelledException" -> StatementCancelledException::new;
            case "StatementTimeoutException" -> StatementTimeoutException::new;
            case "TransactionTimeoutException" -> TransactionTimeoutException::new;
            case "UnavailableException" -> UnavailableException::new;
            case "UniqueViolationException" -> UniqueViolationException::new;
            default -> throw new IllegalArgumentException(type);
        };
    }
}
