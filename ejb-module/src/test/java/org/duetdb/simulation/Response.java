package org.duetdb.simulation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;

/** What the library sees of a request and its response. */
final class Response {

    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final boolean returned;
    private final int status;

    private Response(boolean returned, int status) {
        this.returned = returned;
        this.status = status;
    }

    /** That of the resource method. */
    static Response ofTheMethod() {
        return new Response(true, OK);
    }

    /** That of an exception mapper, which may make a success of anything. */
    static Response ofAMapper(boolean success) {
        return new Response(false, success ? OK : SERVER_ERROR);
    }

    boolean isOfTheMethod() {
        return returned;
    }

    boolean isSuccess() {
        return status == OK;
    }

    ContainerResponseContext context() {
        return Partial.as(ContainerResponseContext.class, new Sent(returned, status));
    }

    static ContainerRequestContext request() {
        return Partial.as(ContainerRequestContext.class, new Received());
    }

    @Override
    public String toString() {
        return status + (returned ? " by the method" : " by an exception mapper");
    }

    /** What the filter calls of a {@link ContainerRequestContext}. */
    static final class Received {

        private final Map<String, Object> properties = new HashMap<>();

        public Object getProperty(String name) {
            return properties.get(name);
        }

        public void setProperty(String name, Object value) {
            properties.put(name, value);
        }
    }

    /**
     * What the filter calls of a {@link ContainerResponseContext}.
     *
     * @param returned whether the resource method has returned it
     * @param getStatus its status
     */
    record Sent(boolean returned, int getStatus) {

        private static final Annotation[] OF_A_RESOURCE = Resource.class.getMethods()[0].getAnnotations();

        public Annotation[] getEntityAnnotations() {
            return returned ? OF_A_RESOURCE : new Annotation[0];
        }
    }

    /** A resource method, for its annotation. */
    interface Resource {

        /** Does nothing. */
        @GET
        void method();
    }
}
