package org.duetdb.simulation;

import java.io.EOFException;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** What the driver throws. */
final class DriverErrors {

    private DriverErrors() {}

    /** What the server has said. */
    static PSQLException said(String state, String words) {
        return new PSQLException(new ServerErrorMessage("SERROR\0VERROR\0C" + state + "\0M" + words + "\0"));
    }

    /** The connection was lost in the midst of a call. */
    static PSQLException lost() {
        return new PSQLException(
                "An I/O error occurred while sending to the backend.",
                PSQLState.CONNECTION_FAILURE,
                new EOFException());
    }

    /** The connection had been closed before the call. */
    static PSQLException closed() {
        return new PSQLException("This connection has been closed.", PSQLState.CONNECTION_DOES_NOT_EXIST);
    }

    /** A statement or a result that has been closed, as with its connection. */
    static PSQLException objectClosed() {
        return new PSQLException("This statement has been closed.", PSQLState.OBJECT_NOT_IN_STATE);
    }

    /** The words of a pool, or its wrapper, which has no SQLSTATE. */
    static SQLException ofThePool(String words, Exception cause) {
        return new SQLException(words, cause);
    }
}
