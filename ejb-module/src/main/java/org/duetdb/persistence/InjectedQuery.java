package org.duetdb.persistence;

import jakarta.persistence.Query;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/** The methods of a query that is run by calls of its own kind, and ends what it came from when it has run. */
final class InjectedQuery implements InvocationHandler {

    private static final Set<String> RUNNING =
            Set.of("getResultList", "getSingleResult", "getSingleResultOrNull", "executeUpdate", "execute");

    private final Query query;
    private final ProviderCall call;
    private final Runnable end;

    private InjectedQuery(Query query, ProviderCall call, Runnable end) {
        this.query = query;
        this.call = call;
        this.end = end;
    }

    /** Returns a query of that type; {@code end} is run when it has run. */
    static Object of(Class<?> type, Query query, ProviderCall call, Runnable end) {
        return Proxy.newProxyInstance(
                InjectedQuery.class.getClassLoader(), new Class<?>[] {type}, new InjectedQuery(query, call, end));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("getResultStream")) {
            return stream();
        }
        if (!RUNNING.contains(name)) {
            Object result = ProviderCall.DIRECT.on(query, method, arguments);
            return result == query ? proxy : result;
        }
        try {
            return call.on(query, method, arguments);
        } finally {
            end.run();
        }
    }

    /** The connection does not outlive the call, so the rows are all there before the first one is looked at. */
    private Stream<?> stream() throws Throwable {
        Method list = Query.class.getMethod("getResultList");
        return ((Collection<?>) invoke(null, list, null)).stream();
    }
}
