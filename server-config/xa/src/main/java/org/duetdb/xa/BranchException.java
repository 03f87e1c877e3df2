package org.duetdb.xa;

import javax.transaction.xa.XAException;

/** What a transaction manager is told of a branch that failed: the code is for it, the message for people. */
final class BranchException extends XAException {

    private static final long serialVersionUID = 1L;

    BranchException(int code, String message, Throwable cause) {
        super(message);
        errorCode = code;
        initCause(cause);
    }
}
