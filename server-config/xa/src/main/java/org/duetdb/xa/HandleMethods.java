package org.duetdb.xa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The methods of the connection that a server lends, on top of the driver's own handle: the few that must not reach it.
 * Stands where the driver's XA connection has a proxy of its own, so it adds nothing to the way of a call. Statements
 * do not come by here.
 */
final class HandleMethods implements InvocationHandler {

    /**
     * What an application reads of the connection, as if it were client information, to have the branch
     * {@linkplain BranchWork#check() checked} before its commit: the one call with an answer that the wrappers of all
     * pools let pass. The answer is {@code wrote} or {@code read}; null outside of a branch, as it is from other
     * drivers.
     */
    private static final String CHECK_BEFORE_COMMIT = "DuetCheckBeforeCommit";

    /** What an application reads to be told of the servers that the pool has connections to; null if it is one. */
    private static final String REPLICAS = "DuetReplicas";

    /** What an application reads to be told whether anything of a transaction is left: {@code true} if not. */
    private static final String IS_CLEAN = "DuetIsClean";

    private final Connection handle;
    private final BranchConnection owner;
    private final boolean only;

    /** Creates those of a handle; {@code only} if closing it ends the connection. */
    HandleMethods(Connection handle, BranchConnection owner, boolean only) {
        this.handle = handle;
        this.owner = owner;
        this.only = only;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "setReadOnly" -> {
                // It is a hint. The driver would take a branch for read-only by it, whatever the branch wrote.
                return null;
            }
            case "commit", "rollback", "setAutoCommit", "setSavepoint" -> requireNoBranch(method.getName());
            case "getClientInfo" -> {
                Object name = arguments == null ? null : arguments[0];
                if (REPLICAS.equals(name)) {
                    return owner.replicas();
                }
                if (IS_CLEAN.equals(name)) {
                    return Boolean.toString(owner.isClean());
                }
                if (CHECK_BEFORE_COMMIT.equals(name) && owner.isInBranch()) {
                    return owner.checkBeforeCommit() ? "wrote" : "read";
                }
            }
            case "isValid" -> {
                return !handle.isClosed() && owner.isValid(() -> handle.isValid((Integer) arguments[0]));
            }
            case "close" -> {
                if (only) {
                    owner.close();
                    return null;
                }
            }
            case "equals" -> {
                return proxy == arguments[0];
            }
            default -> {
                // the driver's
            }
        }
        try {
            return method.invoke(handle, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private void requireNoBranch(String method) throws SQLException {
        if (owner.isInBranch()) {
            throw new SQLException(
                    "DUET-546 " + method + " was called on a connection that is in a branch " + owner.origin()
                            + "; leave that to the transaction manager",
                    "55000");
        }
    }
}
