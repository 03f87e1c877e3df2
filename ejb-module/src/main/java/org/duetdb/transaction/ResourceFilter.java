package org.duetdb.transaction;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.lang.annotation.Annotation;
import java.util.function.Supplier;

/**
 * Surrounds a resource method: enters the unit of work before it, and ends it before the first byte of the response.
 *
 * <p>A response bears the annotations of the method that returned it (see
 * {@link ContainerResponseContext#getEntityAnnotations()}); that of an exception mapper, or of a filter that answered
 * in the place of the method, bears none.
 */
public final class ResourceFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /**
     * The transaction whose unit of work is this request's to end: of requests within requests, the outermost one's.
     */
    private static final String ENTERED = "org.duetdb.unitOfWork";

    /** The one whose writes the client shall see in its next request, whoever has ended it. */
    private static final String WRITING = "org.duetdb.writing";

    private static final int FIRST_ERROR = 400;

    private final Supplier<RequestTransaction> transaction;
    private final boolean asynchronous;

    /**
     * Creates the filter.
     *
     * @param transaction gives that of the current request
     * @param asynchronous whether the method answers after it has returned: it is no unit of work then, for nothing
     *     says on its own thread when that ends
     */
    public ResourceFilter(Supplier<RequestTransaction> transaction, boolean asynchronous) {
        this.transaction = transaction;
        this.asynchronous = asynchronous;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        RequestTransaction current = transaction.get();
        if (current.followsClients()) {
            PositionHeaders.of(request).forEach(current::expect);
            request.setProperty(WRITING, current);
        }
        if (asynchronous) {
            current.answersLater();
        } else if (current.enterUnitOfWork()) {
            request.setProperty(ENTERED, current);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ENTERED) instanceof RequestTransaction entered) {
            end(entered, response);
        }
        if (request.getProperty(WRITING) instanceof RequestTransaction writing) {
            writing.position().ifPresent(position -> PositionHeaders.add(request, response, position));
        }
    }

    private static void end(RequestTransaction entered, ContainerResponseContext response) {
        if (hasReturned(response)) {
            entered.complete();
        } else {
            entered.undoUnitOfWork(response.getStatus() >= FIRST_ERROR);
        }
    }

    private static boolean hasReturned(ContainerResponseContext response) {
        Annotation[] annotations = response.getEntityAnnotations();
        // RESTEasy gives null where there are none
        if (annotations != null) {
            for (Annotation annotation : annotations) {
                if (annotation.annotationType().isAnnotationPresent(HttpMethod.class)) {
                    return true;
                }
            }
        }
        return false;
    }
}
