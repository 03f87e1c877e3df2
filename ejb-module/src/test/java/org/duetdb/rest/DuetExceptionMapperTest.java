package org.duetdb.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.util.List;
import org.duetdb.DatabaseException;
import org.duetdb.DuetException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each exception and its answer. */
class DuetExceptionMapperTest {

    private final DuetExceptionMapper mapper = new DuetExceptionMapper();
    private final LogRecords log = new LogRecords(DuetExceptionMapper.class);

    @AfterEach
    void stopListening() {
        log.close();
    }

    private static JsonObject body(Response response) {
        try (JsonReader reader =
                Json.createReader(new StringReader(response.getEntity().toString()))) {
            return reader.readObject();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UniqueViolationException,       23505, 409, constraint-violation",
        "ForeignKeyViolationException,   23503, 409, constraint-violation",
        "ExclusionViolationException,    23P01, 409, constraint-violation",
        "ConstraintViolationException,   23000, 409, constraint-violation",
        "CheckViolationException,        23514, 400, invalid-value",
        "NotNullViolationException,      23502, 400, missing-value",
        "InvalidValueException,          22003, 400, invalid-value",
        "SerializationFailureException,  40001, 409, concurrent-change",
        "DeadlockException,              40P01, 409, concurrent-change",
        "LockTimeoutException,           55P03, 409, concurrent-change",
        "UnavailableException,           08006, 503, unavailable",
        "PoolExhaustedException,         ,      503, unavailable",
        "StatementTimeoutException,      57014, 504, timeout",
        "StatementCancelledException,    57014, 504, timeout",
        "TransactionTimeoutException,    25P04, 504, timeout",
        "ReadOnlyException,              25006, 500, database-error",
        "AccessDeniedException,          42501, 500, database-error",
        "InvalidSqlException,            42P01, 500, database-error",
        "RaisedException,                P0001, 500, database-error",
        "DatabaseException,              58030, 500, database-error",
        "NoRowException,                 ,      404, not-found",
        "InvalidAttributeException,      ,      400, invalid-value",
        "MoreThanOneRowException,        ,      500, internal-error",
        "IllegalTransactionStateException, ,    500, internal-error",
        "InvalidStatementException,      ,      500, internal-error",
        "SessionClosedException,         ,      500, internal-error",
        "UnknownAliasException,          ,      500, internal-error",
        "WrongThreadException,           ,      500, internal-error",
        "UnreadableValueException,       ,      500, internal-error",
        "TransactionRolledBackException, ,      500, rolled-back",
        "UnknownOutcomeException,        ,      500, unknown-outcome"
    })
    void toResponse_each_hasItsStatusAndTypeAndTellsNothing(String type, String sqlState, int status, String name) {
        DuetException failure = Failures.of(type, sqlState);
        Response response = mapper.toResponse(failure);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getMediaType()).hasToString(Problem.MEDIA_TYPE);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo(status == 503 ? "5" : null);
        JsonObject problem = body(response);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("type")).isEqualTo("urn:duet:problem:" + name);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("sqlState", null)).isEqualTo(sqlState);
        assertThat(problem.getString("constraint", null))
                .isEqualTo(failure instanceof DatabaseException ? "users_name" : null);
        assertThat(response.getEntity().toString())
                .doesNotContain(Failures.SECRET, "SELECT", "remedy", "Exception", "org.duetdb", "DUET-", "r-1");
    }

    /** The reason for a rollback is what the client is told. */
    @ParameterizedTest
    @CsvSource({
        "UniqueViolationException,      23505, 409",
        "SerializationFailureException, 40001, 409",
        "UnavailableException,          08006, 503",
        "StatementTimeoutException,     57014, 504",
        "UnknownOutcomeException,       ,      500"
    })
    void toResponse_rolledBack_isThatOfTheReason(String type, String sqlState, int status) {
        DuetException reason = Failures.of(type, sqlState);
        DuetException failure = Failures.rolledBack(Failures.rolledBack(reason));
        Response response = mapper.toResponse(failure);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getEntity()).isEqualTo(mapper.toResponse(reason).getEntity());
        assertThat(response.getHeaders().keySet())
                .isEqualTo(mapper.toResponse(reason).getHeaders().keySet());
    }

    @Test
    void toResponse_rolledBackForAnythingElse_isNotThatOfTheReason() {
        Response response = mapper.toResponse(Failures.rolledBack(Failures.of("NoRowException", null)));
        assertThat(body(response).getString("type")).isEqualTo("urn:duet:problem:rolled-back");
    }

    @Test
    void toResponse_attribute_isNamed() {
        assertThat(body(mapper.toResponse(Failures.of("InvalidAttributeException", null)))
                        .getString("attribute"))
                .isEqualTo("page");
    }

    @Test
    void toResponse_notNull_namesTheColumn() {
        assertThat(body(mapper.toResponse(Failures.of("NotNullViolationException", "23502")))
                        .getString("column"))
                .isEqualTo("name");
    }

    @Test
    void toResponse_problemOverridden_isThatOfTheApplication() {
        DuetExceptionMapper own = new DuetExceptionMapper() {
            @Override
            protected Problem problem(DuetException failure) {
                return new Problem("urn:shop:problem:busy", "Busy", 503, null).with("code", failure.code());
            }
        };
        Response response = own.toResponse(Failures.of("NoRowException", null));
        assertThat(response.getEntity().toString())
                .isEqualTo(
                        "{\"type\":\"urn:shop:problem:busy\",\"title\":\"Busy\",\"status\":503,\"code\":\"DUET-207\"}");
        assertThat(response.getHeaderString("Retry-After")).isEqualTo("5");
    }

    @Test
    void toResponse_failureOfTheServerSide_isLoggedWithCodeAndOriginAndNoValue() {
        mapper.toResponse(Failures.rolledBack(Failures.of("InvalidSqlException", "42P01")));
        assertThat(log.lines())
                .singleElement(STRING)
                .startsWith("SEVERE DUET-311 SELECT what [alias=default, role=write, request=r-1]")
                .contains("answered with 500", "\tat org.duetdb.rest.Failures", "by org.duetdb.InvalidSqlException")
                .doesNotContain(Failures.SECRET);
    }

    @Test
    void toResponse_databaseAway_isLoggedInOneLine() {
        mapper.toResponse(Failures.of("UnavailableException", "08006"));
        assertThat(log.lines())
                .containsExactly(
                        "WARNING DUET-999 SELECT what [alias=default, role=write, request=r-1]; remedy: answered"
                                + " with 503");
    }

    @Test
    void toResponse_failureOfTheClientsSide_isNotLogged() {
        mapper.toResponse(Failures.of("UniqueViolationException", "23505"));
        assertThat(log.lines()).isEmpty();
    }

    /** The table above has a line for every exception that there is. */
    @ParameterizedTest
    @MethodSource("exceptions")
    void of_everyExceptionOfTheApi_isKnownHere(String type) {
        assertThat(Failures.of(type, "58030").getClass().getSimpleName()).isEqualTo(type);
    }

    static List<String> exceptions() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.duetdb").stream()
                        .filter(one -> one.getPackageName().equals("org.duetdb"))
                        .filter(one -> one.isAssignableTo(DuetException.class))
                        .filter(one -> !one.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getSimpleName)
                        .toList();
    }
}
