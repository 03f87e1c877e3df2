package org.duetdb.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.duetdb.UnitOfWork;
import org.duetdb.datasource.ContainerDirectory;
import org.duetdb.transaction.RequestTransaction;
import org.duetdb.transaction.ResourceFilter;

/**
 * Makes every resource method of the application a unit of work, the first of its filters on the way in, and on the way
 * out, where the others see what has been committed. The server finds it as a service (Jakarta RESTful Web Services 3.1
 * §4.1.2).
 *
 * <p>A filter and not an interceptor, because a resource class without a scope annotation is no bean, and would not be
 * intercepted.
 */
public class ResourceFeature implements DynamicFeature {

    private static final Map<Class<?>, Integer> OUTERMOST =
            Map.of(ContainerRequestFilter.class, Integer.MIN_VALUE, ContainerResponseFilter.class, Integer.MAX_VALUE);

    private final ContainerDirectory directory = new ContainerDirectory();
    private volatile DuetExtension extension;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (isOfTheApplication(resource.getResourceClass())) {
            context.register(
                    new ResourceFilter(this::currentTransaction, answersLater(resource.getResourceMethod())),
                    OUTERMOST);
        }
    }

    /** Whether the method is asynchronous (Jakarta RESTful Web Services 3.1 §8.2). */
    private static boolean answersLater(Method method) {
        return CompletionStage.class.isAssignableFrom(method.getReturnType())
                || Arrays.stream(method.getParameters())
                        .anyMatch(parameter -> parameter.isAnnotationPresent(Suspended.class));
    }

    /** A server need not inject beans into what it finds as a service, nor into what that registers. */
    private RequestTransaction currentTransaction() {
        DuetExtension known = extension;
        if (known == null) {
            known = directory
                    .find("java:comp/BeanManager", BeanManager.class)
                    .orElseThrow(() -> new IllegalStateException("the server has no Jakarta CDI"))
                    .getExtension(DuetExtension.class);
            extension = known;
        }
        return known.currentTransaction();
    }

    /** A server has resource classes of its own beside those of the application, which do not see its libraries. */
    private static boolean isOfTheApplication(Class<?> resource) {
        try {
            return Class.forName(UnitOfWork.class.getName(), false, resource.getClassLoader()) == UnitOfWork.class;
        } catch (ClassNotFoundException elsewhere) {
            return false;
        }
    }
}
