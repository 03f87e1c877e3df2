package org.duetdb.web.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.duetdb.DuetException;

/** Answers with what may be told of a failure of the database. */
@Provider
public class DuetExceptionMapper implements ExceptionMapper<DuetException> {

    private static final Logger LOG = System.getLogger(DuetExceptionMapper.class.getName());

    @Override
    public Response toResponse(DuetException exception) {
        Problem problem = DatabaseProblems.of(exception);
        if (problem.status() >= 500) {
            LOG.log(
                    Level.ERROR,
                    "{0} {1} [{2}], answered as {3}",
                    exception.code(),
                    exception.getClass().getSimpleName(),
                    exception.origin(),
                    problem.type());
        }
        return problem.response();
    }
}
