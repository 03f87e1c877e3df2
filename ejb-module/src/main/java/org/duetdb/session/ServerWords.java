package org.duetdb.session;

import java.util.Set;
import org.duetdb.ServerError;

/**
 * Which of the server's words may be passed on: those that cannot quote a value of a parameter or of a row. They are
 *
 * <ul>
 *   <li>about a place in the statement, which the server read before it knew any value;
 *   <li>of an SQLSTATE whose words name nothing but what the catalogs hold, or nothing at all.
 * </ul>
 *
 * <p>Neither holds inside a function, which may make a statement of a value, or raise anything.
 */
final class ServerWords {

    /** PostgreSQL, "PostgreSQL Error Codes". */
    private static final Set<String> QUOTE_NO_VALUE = Set.of(
            "21000", "25001", "25P01", "26000", "2BP01", "42501", "42701", "42710", "42723", "42P04", "42P06", "42P07",
            "54000", "54001", "54011", "54023", "55000", "55006");

    private ServerWords() {}

    static boolean mayBePassedOn(ServerError error) {
        return error.severity() != null
                && error.where() == null
                && !error.isOfClass("22")
                && (error.position() > 0 || QUOTE_NO_VALUE.contains(error.sqlState()));
    }

    /** Returns the server's words if they may be passed on, or else what is given. */
    static String or(String instead, ServerError error) {
        return mayBePassedOn(error) ? error.message() : instead;
    }

    /** Returns the server's hint if it may be passed on, or else where the words are. */
    static String hint(ServerError error) {
        return mayBePassedOn(error) ? error.hint() : "error().message() has the words, which may quote values";
    }
}
