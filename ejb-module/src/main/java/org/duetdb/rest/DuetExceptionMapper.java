package org.duetdb.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.duetdb.DuetException;

/**
 * Answers a failure of Duet with a {@link Problem}: 400 for values that do not fit, 404 for a row that is not there,
 * 409 for conflicts, 503 with {@code Retry-After} while a database is not available, 504 for what was not finished in
 * time, 500 for the rest. {@code docs/errors.md} has the list.
 *
 * <p>An application turns it on by a class of its own, which may say something else of the failures that it knows
 * better:
 *
 * <pre>
 * {@literal @}Provider
 * public class Problems extends DuetExceptionMapper {
 *     {@literal @}Override
 *     protected Problem problem(DuetException failure) {
 *         return failure instanceof AccessDeniedException
 *                 ? new Problem("urn:shop:problem:forbidden", "Forbidden", 403, null)
 *                 : super.problem(failure);
 *     }
 * }
 * </pre>
 *
 * <p>Failures that are answered with 500 and above are logged with their code and origin, and without any value. The
 * transaction has ended when this is called, or ends by rolling back. For use by any thread.
 */
public class DuetExceptionMapper implements ExceptionMapper<DuetException> {

    private static final Logger LOG = System.getLogger(DuetExceptionMapper.class.getName());
    private static final int RETRY_SECONDS = 5;

    /** Creates a mapper. */
    public DuetExceptionMapper() {
        // for the server, and for classes of the application
    }

    @Override
    public Response toResponse(DuetException failure) {
        Problem problem = problem(failure);
        log(failure, problem);
        ResponseBuilder response = Response.status(problem.status());
        if (problem.status() == Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return problem.into(response);
    }

    /**
     * Returns what the client is told: {@link Problem#of(DuetException)}, unless overridden. A problem of the status
     * 503 is sent with {@code Retry-After}: an application should give that status only where trying again is safe.
     */
    protected Problem problem(DuetException failure) {
        return Problem.of(failure);
    }

    private static void log(DuetException failure, Problem problem) {
        int status = problem.status();
        if (status == Status.SERVICE_UNAVAILABLE.getStatusCode() || status == Status.GATEWAY_TIMEOUT.getStatusCode()) {
            LOG.log(Level.WARNING, "{0}: answered with {1}", failure.getMessage(), status);
        } else if (status >= Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            LOG.log(Level.ERROR, "{0}: answered with {1}{2}", failure.getMessage(), status, Trace.of(failure));
        }
    }
}
