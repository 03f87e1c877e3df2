package org.duetdb.rest;

import static org.duetdb.rest.ProblemType.CONCURRENT_CHANGE;
import static org.duetdb.rest.ProblemType.CONSTRAINT_VIOLATION;
import static org.duetdb.rest.ProblemType.DATABASE_ERROR;
import static org.duetdb.rest.ProblemType.INTERNAL_ERROR;
import static org.duetdb.rest.ProblemType.INVALID_VALUE;
import static org.duetdb.rest.ProblemType.MISSING_VALUE;
import static org.duetdb.rest.ProblemType.NOT_FOUND;
import static org.duetdb.rest.ProblemType.ROLLED_BACK;
import static org.duetdb.rest.ProblemType.TIMEOUT;
import static org.duetdb.rest.ProblemType.UNAVAILABLE;
import static org.duetdb.rest.ProblemType.UNKNOWN_OUTCOME;

import org.duetdb.CheckViolationException;
import org.duetdb.ConcurrencyException;
import org.duetdb.ConstraintViolationException;
import org.duetdb.DatabaseException;
import org.duetdb.DuetException;
import org.duetdb.ForeignKeyViolationException;
import org.duetdb.InvalidAttributeException;
import org.duetdb.InvalidValueException;
import org.duetdb.LockTimeoutException;
import org.duetdb.NoRowException;
import org.duetdb.NotNullViolationException;
import org.duetdb.StatementCancelledException;
import org.duetdb.StatementTimeoutException;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.TransactionTimeoutException;
import org.duetdb.UnavailableException;
import org.duetdb.UniqueViolationException;
import org.duetdb.UnknownOutcomeException;

/** What clients are told of each failure. */
final class ProblemOfFailure {

    private ProblemOfFailure() {}

    static Problem of(DuetException failure) {
        if (failure instanceof TransactionRolledBackException) {
            return ofRollback(failure.getCause());
        }
        if (failure instanceof UnknownOutcomeException) {
            return UNKNOWN_OUTCOME.problem(
                    "It cannot be said whether the change was made. Look at the data before trying again.");
        }
        if (failure instanceof NoRowException) {
            return NOT_FOUND.problem("What was asked for does not exist.");
        }
        if (failure instanceof InvalidAttributeException invalid) {
            return INVALID_VALUE
                    .problem("A field does not exist, is not to be set, or cannot have that value.")
                    .with("attribute", invalid.attribute());
        }
        return failure instanceof DatabaseException reported
                ? named(ofKind(reported), reported)
                : INTERNAL_ERROR.problem("The request could not be carried out.");
    }

    /** Why it was rolled back tells more than that it was. */
    private static Problem ofRollback(Throwable reason) {
        return reason instanceof DatabaseException
                        || reason instanceof TransactionRolledBackException
                        || reason instanceof UnknownOutcomeException
                ? of((DuetException) reason)
                : ROLLED_BACK.problem("The transaction could not be completed, and was undone.");
    }

    private static Problem named(Problem problem, DatabaseException failure) {
        Problem named = problem.with("sqlState", failure.sqlState()).with("constraint", failure.constraint());
        return failure instanceof NotNullViolationException
                ? named.with("column", failure.error().column())
                : named;
    }

    private static Problem ofKind(DatabaseException failure) {
        if (failure instanceof ConstraintViolationException violation) {
            return ofViolation(violation);
        }
        if (failure instanceof InvalidValueException) {
            return INVALID_VALUE.problem("A value is not within the limits of what it is for.");
        }
        if (failure instanceof ConcurrencyException) {
            return CONCURRENT_CHANGE.problem("Others changed the same data at the same time. Try again.");
        }
        if (failure instanceof LockTimeoutException) {
            return CONCURRENT_CHANGE.problem("Others are changing the same data at the moment. Try again.");
        }
        if (failure instanceof UnavailableException) {
            return UNAVAILABLE.problem("A database cannot be reached at the moment. Try again later.");
        }
        return failure instanceof StatementTimeoutException
                        || failure instanceof StatementCancelledException
                        || failure instanceof TransactionTimeoutException
                ? TIMEOUT.problem("A database did not finish the request in time.")
                : DATABASE_ERROR.problem("A database could not carry out the request.");
    }

    private static Problem ofViolation(ConstraintViolationException violation) {
        if (violation instanceof NotNullViolationException) {
            return MISSING_VALUE.problem("A value that is required is missing.");
        }
        if (violation instanceof CheckViolationException) {
            return INVALID_VALUE.problem("The values are against a rule of the database.");
        }
        if (violation instanceof UniqueViolationException) {
            return CONSTRAINT_VIOLATION.problem("There is one with the same value already.");
        }
        return violation instanceof ForeignKeyViolationException
                ? CONSTRAINT_VIOLATION.problem("Others refer to it, or it refers to what does not exist.")
                : CONSTRAINT_VIOLATION.problem("It conflicts with what is there already.");
    }
}
