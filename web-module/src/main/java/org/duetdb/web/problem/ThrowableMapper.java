package org.duetdb.web.problem;

import static org.duetdb.web.problem.ProblemType.INTERNAL_ERROR;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Answers to what nobody expected; the log has the rest. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(ThrowableMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        LOG.log(Level.ERROR, "a request failed unexpectedly", failure);
        return INTERNAL_ERROR.problem("The request could not be carried out.").response();
    }
}
