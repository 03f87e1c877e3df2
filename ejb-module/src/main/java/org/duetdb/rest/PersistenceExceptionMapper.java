package org.duetdb.rest;

import static org.duetdb.rest.ProblemType.CONCURRENT_CHANGE;
import static org.duetdb.rest.ProblemType.INTERNAL_ERROR;
import static org.duetdb.rest.ProblemType.NOT_FOUND;

import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.NoResultException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.stream.Stream;
import org.duetdb.DuetException;

/**
 * Answers what the provider of an entity manager throws, as {@link DuetExceptionMapper} answers the failure of Duet
 * that is among its causes. What has none is answered with 404 if there is no such entity, with 409 if others have
 * changed it, and else with 500, which is logged by its class alone: its message may quote values.
 *
 * <p>An application turns it on by a class of its own:
 *
 * <pre>
 * {@literal @}Provider
 * public class EntityProblems extends PersistenceExceptionMapper {}
 * </pre>
 *
 * <p>The transaction has ended when this is called, or ends by rolling back. For use by any thread.
 */
public class PersistenceExceptionMapper implements ExceptionMapper<PersistenceException> {

    private static final Logger LOG = System.getLogger(PersistenceExceptionMapper.class.getName());

    /** Providers wrap several times, and might in a circle. */
    private static final int DEEPEST = 20;

    private final DuetExceptionMapper ofDuet;

    /** Creates a mapper that answers as {@link DuetExceptionMapper} does. */
    public PersistenceExceptionMapper() {
        this(new DuetExceptionMapper());
    }

    /** Creates a mapper that answers as an application's own does. */
    public PersistenceExceptionMapper(DuetExceptionMapper ofDuet) {
        this.ofDuet = ofDuet;
    }

    @Override
    public Response toResponse(PersistenceException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(DuetException.class::isInstance)
                .map(DuetException.class::cast)
                .findFirst()
                .map(ofDuet::toResponse)
                .orElseGet(() -> problem(failure).response());
    }

    private static Problem problem(PersistenceException failure) {
        if (failure instanceof NoResultException || failure instanceof EntityNotFoundException) {
            return NOT_FOUND.problem("What was asked for does not exist.");
        }
        if (failure instanceof OptimisticLockException) {
            return CONCURRENT_CHANGE.problem("Others changed the same data at the same time. Try again.");
        }
        LOG.log(Level.ERROR, "{0}: answered with 500{1}", failure.getClass().getName(), Trace.of(failure));
        return INTERNAL_ERROR.problem("The request could not be carried out.");
    }
}
