package org.duetdb.session;

import org.duetdb.AccessDeniedException;
import org.duetdb.DatabaseException;
import org.duetdb.DeadlockException;
import org.duetdb.InvalidSqlException;
import org.duetdb.InvalidValueException;
import org.duetdb.LockTimeoutException;
import org.duetdb.Origin;
import org.duetdb.RaisedException;
import org.duetdb.ReadOnlyException;
import org.duetdb.Role;
import org.duetdb.SerializationFailureException;
import org.duetdb.ServerError;
import org.duetdb.StatementCancelledException;
import org.duetdb.StatementTimeoutException;
import org.duetdb.TransactionTimeoutException;
import org.duetdb.UnavailableException;

/** Explains errors by their SQLSTATE: the states that have an exception of their own first, then the classes. */
final class Explanations {

    private static final String WHOLE_UNIT = "do the whole unit of work again";

    private Explanations() {}

    static Explanation of(ServerError error, Origin origin) {
        String state = error.sqlState();
        return switch (state) {
            case "25006" ->
                new Explanation(
                        ReadOnlyException::new,
                        "DUET-213",
                        "a write was refused, because the session or the server is read-only",
                        origin.role() == Role.READ
                                ? "write through the session of the write role"
                                : "check that the address of the write role is that of the primary");
            case "40001" ->
                new Explanation(
                        SerializationFailureException::new,
                        "DUET-235",
                        "others changed the same data at the same time",
                        WHOLE_UNIT);
            case "40P01" ->
                new Explanation(DeadlockException::new, "DUET-236", "transactions waited for each other", WHOLE_UNIT);
            case "57014" -> stopped(error);
            case "55P03" ->
                new Explanation(
                        LockTimeoutException::new,
                        "DUET-239",
                        "others hold a lock that the statement needs",
                        WHOLE_UNIT);
            case "25P03", "25P04" ->
                new Explanation(
                        TransactionTimeoutException::new,
                        "DUET-240",
                        "the server ended the connection, because the transaction took too long",
                        "do less in one transaction, or raise the server's transaction_timeout or"
                                + " idle_in_transaction_session_timeout");
            case "42501" ->
                new Explanation(
                        AccessDeniedException::new,
                        "DUET-242",
                        ServerWords.or("the user of the database lacks a right", error),
                        "grant it, or check the policies of the table");
            case "44000" -> ConstraintViolations.explain(error);
            default -> byClass(error);
        };
    }

    /** The server says by its words only who stopped a statement; in another language nobody can tell. */
    private static Explanation stopped(ServerError error) {
        String words = error.message() == null ? "" : error.message();
        if (words.contains("statement timeout")) {
            String remedy = "make it faster, or raise statement-timeout";
            return new Explanation(StatementTimeoutException::new, "DUET-237", "the statement took too long", remedy);
        }
        String what = words.contains("user request")
                ? "the statement was cancelled on request"
                : "the statement was stopped: it took too long, or somebody cancelled it";
        return new Explanation(StatementCancelledException::new, "DUET-238", what, null);
    }

    private static Explanation byClass(ServerError error) {
        if (error.isOfClass("23")) {
            return ConstraintViolations.explain(error);
        }
        if (error.isOfClass("22") || isSyntaxWithinAValue(error)) {
            String what = "a value does not fit where the statement uses it";
            return new Explanation(InvalidValueException::new, "DUET-212", what, null);
        }
        if (error.isOfClass("42")) {
            String what = ServerWords.or("the server does not accept the statement", error);
            return new Explanation(InvalidSqlException::new, "DUET-241", what, ServerWords.hint(error));
        }
        if (error.isOfClass("P0")) {
            String remedy = "error().message() has its words";
            return new Explanation(
                    RaisedException::new, "DUET-243", "a function of the database raised an error", remedy);
        }
        if (error.isOfClass("08") || error.isOfClass("28") || error.isOfClass("57P")) {
            return new Explanation(UnavailableException::new, "DUET-109", "the connection failed", null);
        }
        if (error.isOfClass("53")) {
            return new Explanation(UnavailableException::new, "DUET-109", "the server has run out of a resource", null);
        }
        return other(error);
    }

    /**
     * The parser of statements says where; what reads values, such as that of {@code tsquery}, has no place to name.
     */
    private static boolean isSyntaxWithinAValue(ServerError error) {
        return error.sqlState().equals("42601")
                && error.severity() != null
                && error.position() == 0
                && error.internalPosition() == 0;
    }

    private static Explanation other(ServerError error) {
        return switch (error.sqlState()) {
            case "25P02" ->
                generic("an earlier statement of the transaction failed", "let the transaction, or the savepoint, end");
            case "02000" ->
                generic("the statement returned no rows to read", "use execute(), or add RETURNING to the statement");
            case "0100E" ->
                generic("the statement returned rows where none are read", "leave RETURNING out, or use query()");
            default ->
                error.severity() == null && error.isOfClass("0A")
                        ? generic("the driver cannot do this", "remove reWriteBatchedInserts from the URL")
                        : generic(ServerWords.or("the server reported an error", error), ServerWords.hint(error));
        };
    }

    private static Explanation generic(String what, String remedy) {
        return new Explanation(DatabaseException::new, "DUET-214", what, remedy);
    }
}
