package org.duetdb.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.NoResultException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.ServerError;
import org.duetdb.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What providers throw, and its answer. */
class PersistenceExceptionMapperTest {

    private final PersistenceExceptionMapper mapper = new PersistenceExceptionMapper();
    private final LogRecords log = new LogRecords(PersistenceExceptionMapper.class);

    @AfterEach
    void stopListening() {
        log.close();
    }

    private void assertAnswer(PersistenceException failure, int status, String type) {
        Response response = mapper.toResponse(failure);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getEntity().toString())
                .contains("\"urn:duet:problem:" + type + "\"")
                .doesNotContain("a value");
    }

    @Test
    void toResponse_failureOfDuetAmongTheCauses_isAnsweredAsThat() {
        UnavailableException away = new UnavailableException(
                "DUET-105", "away", "wait", new Origin("default", Role.READ, null), ServerError.NONE, null);
        assertAnswer(new PersistenceException(new SQLException("a value", "08006", away)), 503, "unavailable");
        assertThat(mapper.toResponse(new PersistenceException(away)).getHeaderString("Retry-After"))
                .isEqualTo("5");
    }

    @Test
    void toResponse_whatProvidersTellByType_isToldByStatus() {
        assertAnswer(new NoResultException("a value"), 404, "not-found");
        assertAnswer(new EntityNotFoundException("a value"), 404, "not-found");
        assertAnswer(new OptimisticLockException("a value"), 409, "concurrent-change");
    }

    @Test
    void toResponse_anythingElse_isLoggedWithoutItsMessage() {
        PersistenceException failure = new PersistenceException("a value");
        failure.initCause(new IllegalStateException(new IllegalArgumentException("a value", failure)));
        assertAnswer(failure, 500, "internal-error");
        assertThat(String.join("", log.lines()))
                .contains(PersistenceException.class.getName())
                .doesNotContain("a value");
    }
}
