package org.duetdb.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** How a method of something that a provider has made is called. */
@FunctionalInterface
interface ProviderCall {

    /** On the connections of the transaction, or of the pool, as the provider asks for them. */
    ProviderCall DIRECT = ProviderCall::direct;

    /** As work that connections are lent to. */
    static ProviderCall on(SessionDataSource connections) {
        return (target, method, arguments) -> connections.lending(() -> direct(target, method, arguments));
    }

    /** Calls it; throws what it throws. */
    Object on(Object target, Method method, Object[] arguments);

    private static Object direct(Object target, Method method, Object[] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getTargetException() instanceof Error error) {
                throw error;
            }
            // Jakarta Persistence has no checked ones
            throw (RuntimeException) thrown.getTargetException();
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
