package org.duetdb.xa;

import java.sql.SQLException;
import java.util.Set;
import javax.transaction.xa.XAException;

/** What the SQLSTATE of a failure means to a branch. */
final class SqlStates {

    static final String NO_SUCH_OBJECT = "42704";
    static final String DIVISION_BY_ZERO = "22012";

    /** The server has ended the session, or ends all: 25P03 and 25P04 are timeouts of transactions that do that. */
    private static final Set<String> SESSION_ENDED =
            Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04");

    /** There is no room for prepared transactions, or none at all. */
    private static final Set<String> NO_ROOM = Set.of("53200", "55000");

    /** PostgreSQL does not prepare everything: no temporary tables, for example. */
    private static final String NOT_SUPPORTED = "0A000";

    private SqlStates() {}

    /** Whether the connection is gone, so that it is open what became of the statement. */
    static boolean isLost(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || SESSION_ENDED.contains(state));
    }

    /** Whether a branch was not prepared because no more of them can be. */
    static boolean isNoRoom(SQLException failure) {
        return NO_ROOM.contains(String.valueOf(failure.getSQLState()));
    }

    /** Whether a branch was not prepared because of what it had done. */
    static boolean isNotSupported(SQLException failure) {
        return NOT_SUPPORTED.equals(failure.getSQLState());
    }

    /** Why the server has rolled a branch back, as XA says it: one of {@code XA_RB…}. */
    static int rollbackCode(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("23")) {
            return XAException.XA_RBINTEGRITY;
        }
        return switch (state) {
            case "40001" -> XAException.XA_RBTRANSIENT;
            case "40P01" -> XAException.XA_RBDEADLOCK;
            case "57014" -> XAException.XA_RBTIMEOUT;
            default -> XAException.XA_RBROLLBACK;
        };
    }
}
