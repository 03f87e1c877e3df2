package org.duetdb.persistence;

import java.lang.reflect.Method;
import java.sql.SQLException;
import org.duetdb.Origin;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.session.SqlFailures;

/**
 * A call of the read role: all that it executes is executed where a query of the request's read session would be, on
 * one connection. It is made again on the primary if the replica fails.
 */
record ReadingCall(SessionDataSource connections, Origin origin) implements ProviderCall {

    @Override
    public Object on(Object target, Method method, Object[] arguments) {
        JdbcDbSession session = connections.session();
        if (session == null) {
            return DIRECT.on(target, method, arguments);
        }
        try {
            return session.lending(() -> DIRECT.on(target, method, arguments));
        } catch (SQLException failure) {
            throw SqlFailures.translate(failure, origin);
        }
    }
}
