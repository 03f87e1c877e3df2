package org.duetdb.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.duetdb.Origin;
import org.duetdb.Role;

/**
 * The methods of an injected entity manager. Each call goes to the persistence context of the current transaction;
 * where there is none, to one that does not outlive the call, and of what it returns nothing is managed (Jakarta
 * Persistence 3.1 §7.6.1). For use by any thread, as the entity manager is that has these methods.
 */
final class InjectedEntities implements InvocationHandler {

    private static final Set<String> WRITING = Set.of("persist", "merge", "remove", "flush", "joinTransaction");
    private static final Set<String> IN_TRANSACTIONS = Set.of(
            "persist", "merge", "remove", "refresh", "flush", "lock", "joinTransaction", "unwrap", "getDelegate");

    private final Origin origin;
    private final PersistenceContexts contexts;
    private final ProviderCall call;

    private InjectedEntities(Origin origin, PersistenceContexts contexts, ProviderCall call) {
        this.origin = origin;
        this.contexts = contexts;
        this.call = call;
    }

    /** Returns the entity manager that has these contexts. */
    static EntityManager of(Origin origin, PersistenceContexts contexts, ProviderCall call) {
        return (EntityManager) Proxy.newProxyInstance(
                InjectedEntities.class.getClassLoader(),
                new Class<?>[] {EntityManager.class, DatabaseEntities.class},
                new InjectedEntities(origin, contexts, call));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        String name = method.getName();
        return switch (name) {
            case "close", "getTransaction" -> throw InjectedUse.refusal(name, origin);
            case "isOpen" -> true;
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "EntityManager [" + origin + "]";
            case "origin" -> origin;
            case "session" -> contexts.session();
            case "getEntityManagerFactory" -> contexts.factory();
            case "getCriteriaBuilder" -> contexts.factory().getCriteriaBuilder();
            case "getMetamodel" -> contexts.factory().getMetamodel();
            default -> entities(method, arguments);
        };
    }

    private Object entities(Method method, Object[] arguments) {
        String name = method.getName();
        if (origin.role() == Role.READ && WRITING.contains(name)) {
            throw InjectedUse.readOnly(name, origin);
        }
        EntityManager ofTransaction = contexts.current();
        if (ofTransaction != null) {
            Object result = call.on(ofTransaction, method, arguments);
            return call == ProviderCall.DIRECT ? result : bound(method, result, () -> {});
        }
        if (IN_TRANSACTIONS.contains(name)) {
            throw InjectedUse.noTransaction(name, origin);
        }
        EntityManager ofCall = contexts.create();
        Object result = null;
        try {
            result = call.on(ofCall, method, arguments);
            return bound(method, result, ofCall::close);
        } finally {
            if (!(result instanceof Query)) {
                ofCall.close();
            }
        }
    }

    private Object bound(Method method, Object result, Runnable end) {
        return result instanceof Query query ? InjectedQuery.of(method.getReturnType(), query, call, end) : result;
    }
}
