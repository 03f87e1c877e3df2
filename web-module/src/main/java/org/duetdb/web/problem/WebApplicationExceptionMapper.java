package org.duetdb.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Gives the server's own errors (no such path, method not allowed …) a body, and keeps their status and headers. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException exception) {
        Response response = exception.getResponse();
        boolean complete = response.hasEntity() || response.getStatus() < Status.BAD_REQUEST.getStatusCode();
        return complete ? response : StatusProblem.of(response.getStatusInfo()).into(Response.fromResponse(response));
    }
}
