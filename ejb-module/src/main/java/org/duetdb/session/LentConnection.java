package org.duetdb.session;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.duetdb.DuetException;
import org.duetdb.UnavailableException;

/**
 * A connection in the hands of a provider of persistence. If it is a session's, it stays with the session when it is
 * closed, and the session hears of what fails.
 */
public final class LentConnection implements InvocationHandler {

    private static final Set<Class<?>> STATEMENTS =
            Set.of(Statement.class, PreparedStatement.class, CallableStatement.class);

    private final Object target;
    private final Object parent;
    private final SessionParticipant session;
    private final LentStatement statement;

    private LentConnection(Object target, Object parent, SessionParticipant session, LentStatement statement) {
        this.target = target;
        this.parent = parent;
        this.session = session;
        this.statement = statement;
    }

    /** Returns one of the pool, which is given back to that when it is closed. */
    public static Connection ofPool(Connection connection) {
        return of(connection, null);
    }

    /** Returns that of a session. */
    static Connection of(Connection connection, SessionParticipant session) {
        return proxy(Connection.class, new LentConnection(connection, null, session, null));
    }

    private static <T> T proxy(Class<T> type, LentConnection methods) {
        return type.cast(Proxy.newProxyInstance(LentConnection.class.getClassLoader(), new Class<?>[] {type}, methods));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "close", "abort" -> {
                if (parent == null && session != null) {
                    return null;
                }
            }
            case "getConnection" -> {
                return parent;
            }
            case "equals" -> {
                return proxy == arguments[0];
            }
            default -> {
                // the connection's, or the statement's
            }
        }
        try {
            return parent == null ? ofConnection(proxy, method, arguments) : ofStatement(method, arguments);
        } catch (InvocationTargetException failure) {
            Throwable reason = failure.getTargetException();
            if (session != null && reason instanceof SQLException failed && concernsTheSession(method.getName())) {
                DuetException known = session.failed(failed);
                // for an SQLException EclipseLink would try again, three times, on this very connection
                throw session.isOfOneConnection() && known instanceof UnavailableException
                        ? known
                        : explained(failed, known);
            }
            throw reason;
        }
    }

    private Object ofConnection(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
        LentStatement prepared = null;
        if (method.getName().equals("prepareStatement")) {
            prepared = LentStatement.of((String) arguments[0], session == null ? null : session.conflictingInsert());
            arguments[0] = prepared.completed();
        }
        Object result = method.invoke(target, arguments);
        return STATEMENTS.contains(method.getReturnType())
                ? proxy(method.getReturnType(), new LentConnection(result, proxy, session, prepared))
                : result;
    }

    private Object ofStatement(Method method, Object[] arguments) throws ReflectiveOperationException, SQLException {
        return statement == null ? method.invoke(target, arguments) : statement.call(target, method, arguments);
    }

    /** A connection that has broken fails before anything is executed on it. */
    private static boolean concernsTheSession(String method) {
        return method.startsWith("execute") || method.startsWith("prepare") || method.equals("createStatement");
    }

    /** Who gets it of a provider finds among its causes what sessions throw, and beneath that what the driver did. */
    private static SQLException explained(SQLException failed, DuetException known) {
        return failed instanceof BatchUpdateException batch
                ? new BatchUpdateException(
                        batch.getMessage(), batch.getSQLState(), batch.getErrorCode(), batch.getUpdateCounts(), known)
                : new SQLException(failed.getMessage(), failed.getSQLState(), failed.getErrorCode(), known);
    }
}
