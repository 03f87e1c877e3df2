package org.duetdb.web.problem;

import static org.duetdb.web.problem.ProblemType.CONCURRENT_CHANGE;
import static org.duetdb.web.problem.ProblemType.CONSTRAINT_VIOLATION;
import static org.duetdb.web.problem.ProblemType.DATABASE_ERROR;
import static org.duetdb.web.problem.ProblemType.INTERNAL_ERROR;
import static org.duetdb.web.problem.ProblemType.INVALID_VALUE;
import static org.duetdb.web.problem.ProblemType.MISSING_VALUE;
import static org.duetdb.web.problem.ProblemType.ROLLED_BACK;
import static org.duetdb.web.problem.ProblemType.UNAVAILABLE;
import static org.duetdb.web.problem.ProblemType.UNKNOWN_OUTCOME;

import org.duetdb.ConstraintViolationException;
import org.duetdb.DatabaseException;
import org.duetdb.DuetException;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.UnavailableException;
import org.duetdb.UnknownOutcomeException;

/** What clients are told of a failure of the database (PostgreSQL, "PostgreSQL Error Codes"). */
final class DatabaseProblems {

    private DatabaseProblems() {}

    static Problem of(DuetException failure) {
        if (failure instanceof TransactionRolledBackException) {
            return failure.getCause() instanceof DatabaseException reason
                    ? of(reason)
                    : Problem.of(ROLLED_BACK, "The transaction could not be completed, and was undone.");
        }
        if (failure instanceof UnknownOutcomeException) {
            return Problem.of(
                    UNKNOWN_OUTCOME,
                    "It cannot be said whether the change was made. Look at the data before trying again.");
        }
        return failure instanceof DatabaseException reported
                ? byKind(reported).with(reported.error())
                : Problem.of(INTERNAL_ERROR, "The request could not be carried out.");
    }

    private static Problem byKind(DatabaseException failure) {
        if (failure instanceof ConstraintViolationException) {
            return violation(failure.sqlState());
        }
        if (failure instanceof UnavailableException) {
            return Problem.of(UNAVAILABLE, "A database cannot be reached at the moment. Try again later.");
        }
        if (failure.error().isOfClass("22")) {
            return Problem.of(INVALID_VALUE, "A value is not within the limits of what it is for.");
        }
        if ("40001".equals(failure.sqlState()) || "40P01".equals(failure.sqlState())) {
            return Problem.of(CONCURRENT_CHANGE, "Others changed the same data at the same time. Try again.");
        }
        return Problem.of(DATABASE_ERROR, "A database could not carry out the request.");
    }

    private static Problem violation(String sqlState) {
        return switch (sqlState) {
            case "23502" -> Problem.of(MISSING_VALUE, "A value that is required is missing.");
            case "23503" ->
                Problem.of(CONSTRAINT_VIOLATION, "Others refer to it, or it refers to what does not exist.");
            case "23505" -> Problem.of(CONSTRAINT_VIOLATION, "There is one with the same value already.");
            default -> Problem.of(CONSTRAINT_VIOLATION, "The values are against a rule of the database.");
        };
    }
}
