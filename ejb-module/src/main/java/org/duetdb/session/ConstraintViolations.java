package org.duetdb.session;

import org.duetdb.CheckViolationException;
import org.duetdb.ConstraintViolationException;
import org.duetdb.ExclusionViolationException;
import org.duetdb.ForeignKeyViolationException;
import org.duetdb.NotNullViolationException;
import org.duetdb.ServerError;
import org.duetdb.UniqueViolationException;

/** Explains violated constraints, from the names that the server gives and not in its words. */
final class ConstraintViolations {

    private ConstraintViolations() {}

    static Explanation explain(ServerError error) {
        return switch (error.sqlState()) {
            case "23505" ->
                new Explanation(UniqueViolationException::new, "DUET-230", violated("unique constraint", error), null);
            case "23503", "23001" ->
                new Explanation(ForeignKeyViolationException::new, "DUET-231", violated("foreign key", error), null);
            case "23514", "44000" ->
                new Explanation(CheckViolationException::new, "DUET-232", violated("check", error), null);
            case "23502" -> new Explanation(NotNullViolationException::new, "DUET-233", isNull(error), null);
            case "23P01" ->
                new Explanation(
                        ExclusionViolationException::new, "DUET-234", violated("exclusion constraint", error), null);
            default ->
                new Explanation(ConstraintViolationException::new, "DUET-211", violated("constraint", error), null);
        };
    }

    private static String violated(String kind, ServerError error) {
        String which = error.constraint() == null ? "a " + kind : "the " + kind + " " + error.constraint();
        return which + place(error) + " is violated";
    }

    private static String isNull(ServerError error) {
        String which = error.column() == null ? "a value" : "the column " + error.column();
        return which + place(error) + " must not be null";
    }

    private static String place(ServerError error) {
        if (error.table() != null) {
            return " of the table " + error.table();
        }
        return error.dataType() == null ? "" : " of the type " + error.dataType();
    }
}
