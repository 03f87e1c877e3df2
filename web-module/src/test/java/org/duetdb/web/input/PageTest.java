package org.duetdb.web.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.duetdb.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void of_nothingGiven_isTheFirstFifty() {
        assertThat(Page.of(null, null)).isEqualTo(new Page(50, 0));
    }

    @Test
    void of_bounds_areIncluded() {
        assertThat(Page.of("0", "0")).isEqualTo(new Page(0, 0));
        assertThat(Page.of("500", "9223372036854775807")).isEqualTo(new Page(500, Long.MAX_VALUE));
    }

    @Test
    void of_moreThanThereAreOnAPage_isThePage() {
        assertThat(Page.of("501", null)).isEqualTo(new Page(500, 0));
        assertThat(Page.of("9223372036854775807", null)).isEqualTo(new Page(500, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "ten", "1.5", "1e2", "9223372036854775808"})
    void of_malformedLimit_problemNamesIt(String limit) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Page.of(limit, null))
                .withMessage("limit must be an integer not less than 0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "9223372036854775808"})
    void of_malformedOffset_problemNamesIt(String offset) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Page.of(null, offset))
                .withMessage("offset must be an integer not less than 0.");
    }
}
