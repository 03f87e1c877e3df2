package org.duetdb.crash.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void of_success_isAcknowledged() {
        assertThat(Answer.of(204, "", "")).isEqualTo(Answer.ACKNOWLEDGED);
    }

    @Test
    void of_problemOfTheApplication_isRefused() {
        assertThat(Answer.of(503, PROBLEM + ";charset=utf-8", "{\"type\":\"urn:duet:problem:unavailable\"}"))
                .isEqualTo(Answer.REFUSED);
        assertThat(Answer.of(500, PROBLEM, "{\"type\":\"urn:duet:problem:rolled-back\"}"))
                .isEqualTo(Answer.REFUSED);
    }

    @Test
    void of_unknownOutcomeOrAnswerOfTheServer_isUnknown() {
        assertThat(Answer.of(500, PROBLEM, "{\"type\":\"urn:duet:problem:unknown-outcome\"}"))
                .isEqualTo(Answer.UNKNOWN);
        assertThat(Answer.of(500, "text/html", "Internal Server Error")).isEqualTo(Answer.UNKNOWN);
        assertThat(Answer.of(404, "text/html", "not deployed yet")).isEqualTo(Answer.UNKNOWN);
    }
}
