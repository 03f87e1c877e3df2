package org.duetdb.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    @Test
    void json_ofAStatus_hasAStableType() {
        assertThat(Problem.of(Status.UNSUPPORTED_MEDIA_TYPE).json())
                .hasToString("{\"type\":\"urn:duet:problem:unsupported-media-type\","
                        + "\"title\":\"Unsupported Media Type\",\"status\":415,"
                        + "\"detail\":\"The body must be of the media type application/json.\"}");
    }

    @Test
    void of_notFound_isTheSameProblemWhoeverFindsIt() {
        Problem ofTheServer = Problem.of(Status.NOT_FOUND);
        Problem ofTheApplication = new ProblemException(ProblemType.NOT_FOUND, "There is no such user.").problem();
        assertThat(ofTheServer.type()).isEqualTo(ofTheApplication.type());
        assertThat(ofTheServer.title()).isEqualTo(ofTheApplication.title());
    }

    @ParameterizedTest
    @EnumSource
    void type_any_isAnErrorWithAUrnInLowerCase(ProblemType type) {
        assertThat(type.status()).isBetween(400, 599);
        assertThat(type.urn()).matches("urn:duet:problem:[a-z]+(-[a-z]+)*");
    }
}
