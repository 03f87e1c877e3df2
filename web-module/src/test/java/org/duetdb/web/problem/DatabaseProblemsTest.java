package org.duetdb.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.duetdb.ConstraintViolationException;
import org.duetdb.DatabaseException;
import org.duetdb.DuetException;
import org.duetdb.NoRowException;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.ServerError;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.UnavailableException;
import org.duetdb.UnknownOutcomeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseProblemsTest {

    private static final String SAID = "INSERT INTO users VALUES ('secret')";
    private static final Origin ORIGIN = new Origin("default", Role.WRITE, "r-1");

    @ParameterizedTest
    @CsvSource({
        "23505, 409, constraint-violation",
        "23503, 409, constraint-violation",
        "23514, 409, constraint-violation",
        "23502, 400, missing-value"
    })
    void of_constraintViolation_tellsStateAndConstraint(String sqlState, int status, String type) {
        Problem problem = DatabaseProblems.of(violation(sqlState));
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.type()).isEqualTo("urn:duet:problem:" + type);
        assertThat(problem.sqlState()).isEqualTo(sqlState);
        assertThat(problem.constraint()).isEqualTo("users_email_unique");
    }

    @ParameterizedTest
    @CsvSource({
        "22003, 400, invalid-value",
        "22021, 400, invalid-value",
        "40001, 409, concurrent-change",
        "40P01, 409, concurrent-change",
        "42P01, 500, database-error",
        ", 500, database-error"
    })
    void of_databaseException_followsItsSqlState(String sqlState, int status, String type) {
        Problem problem = DatabaseProblems.of(reported(sqlState));
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.type()).isEqualTo("urn:duet:problem:" + type);
        assertThat(problem.sqlState()).isEqualTo(sqlState);
    }

    @Test
    void of_rolledBack_followsItsCause() {
        assertThat(DatabaseProblems.of(rolledBack(violation("23503"))).status()).isEqualTo(409);
        assertThat(DatabaseProblems.of(rolledBack(reported("40001"))).status()).isEqualTo(409);
        assertThat(DatabaseProblems.of(rolledBack(unavailable())).status()).isEqualTo(503);
        assertThat(DatabaseProblems.of(rolledBack(reported("42P01"))).status()).isEqualTo(500);
        assertThat(DatabaseProblems.of(rolledBack(new IllegalStateException(SAID)))
                        .type())
                .isEqualTo("urn:duet:problem:rolled-back");
    }

    @Test
    void of_unavailable_is503() {
        assertThat(DatabaseProblems.of(unavailable()).status()).isEqualTo(503);
    }

    @Test
    void of_unknownOutcome_hasATypeOfItsOwn() {
        Problem problem = DatabaseProblems.of(new UnknownOutcomeException("DUET-312", SAID, null, ORIGIN, null));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.type()).isEqualTo("urn:duet:problem:unknown-outcome");
    }

    @Test
    void of_anyOther_is500() {
        Problem problem = DatabaseProblems.of(new NoRowException("DUET-207", SAID, null, ORIGIN));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.type()).isEqualTo("urn:duet:problem:internal-error");
    }

    @Test
    void json_ofAnything_tellsNothingOfTheException() {
        assertThat(DatabaseProblems.of(rolledBack(violation("23505"))).json())
                .hasToString("{\"type\":\"urn:duet:problem:constraint-violation\","
                        + "\"title\":\"A rule of the database forbids it\",\"status\":409,"
                        + "\"detail\":\"There is one with the same value already.\","
                        + "\"sqlState\":\"23505\",\"constraint\":\"users_email_unique\"}");
        assertThat(DatabaseProblems.of(reported("42P01")).json().toString())
                .doesNotContain("secret", "INSERT", "Exception");
    }

    private static ConstraintViolationException violation(String sqlState) {
        return new ConstraintViolationException(
                "DUET-211", SAID, null, ORIGIN, error(sqlState, "users_email_unique"), new SQLException(SAID));
    }

    private static DatabaseException reported(String sqlState) {
        return new DatabaseException("DUET-214", SAID, null, ORIGIN, error(sqlState, null), new SQLException(SAID));
    }

    private static UnavailableException unavailable() {
        return new UnavailableException("DUET-105", SAID, null, ORIGIN, error("08001", null), null);
    }

    private static DuetException rolledBack(Exception cause) {
        return new TransactionRolledBackException("DUET-311", SAID, null, ORIGIN, cause);
    }

    private static ServerError error(String sqlState, String constraint) {
        return new ServerError(
                sqlState, "ERROR", SAID, SAID, null, null, "public", "users", null, null, constraint, 0, 0);
    }
}
