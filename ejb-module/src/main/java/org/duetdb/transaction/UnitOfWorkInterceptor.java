package org.duetdb.transaction;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.duetdb.UnitOfWork;

/** Surrounds a method that is a unit of work, outside the container's own {@code @Transactional}. */
@UnitOfWork
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class UnitOfWorkInterceptor {

    @Inject
    private RequestContextController requests;

    @Inject
    private RequestTransaction transaction;

    /** Commits when the method returns, rolls back when it throws anything. */
    @AroundInvoke
    @AroundTimeout
    public Object surround(InvocationContext method) throws Exception {
        boolean activated = requests.activate();
        try {
            return transaction.enterUnitOfWork() ? unitOfWork(method) : method.proceed();
        } finally {
            if (activated) {
                requests.deactivate();
            }
        }
    }

    private Object unitOfWork(InvocationContext method) throws Exception {
        Object result;
        try {
            result = method.proceed();
        } catch (Throwable thrown) {
            transaction.undoUnitOfWork(thrown);
            throw thrown;
        }
        transaction.complete();
        return result;
    }
}
