package org.duetdb.persistence;

import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.duetdb.Origin;

/** The methods of an injected entity manager factory, which is made when the first of them is called. */
final class InjectedFactory implements InvocationHandler {

    private final Origin origin;
    private final UnitFactory factory;

    private InjectedFactory(Origin origin, UnitFactory factory) {
        this.origin = origin;
        this.factory = factory;
    }

    /** Returns the factory of an (alias, role). */
    static EntityManagerFactory of(Origin origin, UnitFactory factory) {
        return (EntityManagerFactory) Proxy.newProxyInstance(
                InjectedFactory.class.getClassLoader(),
                new Class<?>[] {EntityManagerFactory.class},
                new InjectedFactory(origin, factory));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "close" -> throw InjectedUse.refusal("close", origin);
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "EntityManagerFactory [" + origin + "]";
            default -> ProviderCall.DIRECT.on(factory.get(), method, arguments);
        };
    }
}
