package org.duetdb.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A large interface as far as the library calls it: each call goes to the public method of the same signature of a
 * hand-written part. What the part does not have is an error of the simulation.
 */
final class Partial implements InvocationHandler {

    /** The methods of each part, which do not change. */
    private static final ClassValue<Map<Method, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<Method, Method> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Object part;

    private Partial(Object part) {
        this.part = part;
    }

    /** Returns the part as the interface. */
    static <T> T as(Class<T> type, Object part) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Partial(part)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.getName().equals("equals")
                    ? (Object) (proxy == arguments[0])
                    : method.invoke(part, arguments);
        }
        try {
            return METHODS.get(part.getClass())
                    .computeIfAbsent(method, this::find)
                    .invoke(part, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private Method find(Method method) {
        return Arrays.stream(part.getClass().getMethods())
                .filter(own -> own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()))
                .peek(own -> own.setAccessible(true))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the simulation has no " + method));
    }
}
