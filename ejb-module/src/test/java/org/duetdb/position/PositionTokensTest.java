package org.duetdb.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.duetdb.config.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final PositionTokens tokens = new PositionTokens(new Secret("a key that is long enough"));
    private final Positions some = Positions.NONE.and("default", "16/B374D848").and("a-b_c", "FFFFFFFF/FFFFFFFF");

    @Test
    void read_ownToken_isWhatWasWritten() {
        String token = tokens.write(some, NOW);
        assertThat(token).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
        assertThat(tokens.read(token, NOW)).isEqualTo(some);
        assertThat(tokens.read(token, NOW).of("default")).hasValue("16/b374d848");
        assertThat(tokens.read(token, NOW).of("nowhere")).isEmpty();
        assertThat(new PositionTokens(new Secret("a key that is long enough")).read(token, NOW))
                .isEqualTo(some);
    }

    @Test
    void read_anyCharacterChanged_isNothing() {
        String token = tokens.write(some, NOW);
        for (int i = 0; i < token.length() - 1; i++) { // of the last character some bits do not count
            String forged = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(tokens.read(forged, NOW)).as(forged).isEqualTo(Positions.NONE);
        }
    }

    @Test
    void read_otherKey_isNothing() {
        String foreign = new PositionTokens(new Secret("another key, as long")).write(some, NOW);
        assertThat(tokens.read(foreign, NOW)).isEqualTo(Positions.NONE);
    }

    @Test
    void read_tooOld_isNothing() {
        String token = tokens.write(some, NOW);
        assertThat(tokens.read(token, NOW.plus(PositionTokens.LIFETIME))).isEqualTo(some);
        assertThat(tokens.read(token, NOW.plus(PositionTokens.LIFETIME).plusSeconds(1)))
                .isEqualTo(Positions.NONE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", "a", "a.b", "ä.ö", "=.=", "MTIz."})
    void read_noToken_isNothing(String text) {
        assertThat(tokens.read(text, NOW)).isEqualTo(Positions.NONE);
        assertThat(tokens.read("x".repeat(5000), NOW)).isEqualTo(Positions.NONE);
    }

    @Test
    void and_twoPlacesOfOneAlias_keepsTheLater() {
        Positions earlier = new Positions(Map.of("default", 1L, "other", -1L));
        Positions later = new Positions(Map.of("default", 2L, "other", 1L));
        assertThat(earlier.and(later).byAlias())
                .containsExactlyInAnyOrderEntriesOf(Map.of("default", 2L, "other", -1L));
        assertThat(Positions.NONE.isNone()).isTrue();
    }
}
