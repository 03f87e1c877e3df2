package org.duetdb.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import org.duetdb.NoRowException;
import org.duetdb.Origin;
import org.duetdb.rest.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {

    @Test
    void ofAStatus_any_hasAStableType() {
        assertThat(StatusProblem.of(Status.UNSUPPORTED_MEDIA_TYPE).json())
                .hasToString("{\"type\":\"urn:duet:problem:unsupported-media-type\","
                        + "\"title\":\"Unsupported Media Type\",\"status\":415,"
                        + "\"detail\":\"The body must be of the media type application/json.\"}");
    }

    @Test
    void notFound_isTheSameProblemWhoeverFindsIt() {
        Problem ofTheServer = StatusProblem.of(Status.NOT_FOUND);
        Problem ofTheApplication = new ProblemException(ProblemType.NOT_FOUND, "There is no such user.").problem();
        Problem ofTheLibrary = Problem.of(new NoRowException("DUET-207", "none", null, Origin.NONE));
        assertThat(ofTheServer.type()).isEqualTo(ofTheApplication.type()).isEqualTo(ofTheLibrary.type());
        assertThat(ofTheServer.title()).isEqualTo(ofTheApplication.title()).isEqualTo(ofTheLibrary.title());
    }

    @ParameterizedTest
    @EnumSource
    void problem_any_isAnErrorWithAUrnInLowerCase(ProblemType type) {
        Problem problem = type.problem("x");
        assertThat(problem.status()).isBetween(400, 599);
        assertThat(problem.type()).matches("urn:duet:problem:[a-z]+(-[a-z]+)*");
    }
}
