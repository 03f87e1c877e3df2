package org.duetdb.configure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static PoolConfiguration pool(String name, Map<String, String> options) {
        return new PoolConfiguration(name, options);
    }

    @Test
    void between_theSame_isEmpty() {
        PoolConfiguration pool = pool("duet-a-write", Map.of("max", "4"));
        assertThat(Difference.between(List.of(pool), List.of(pool("duet-a-write", Map.of("max", "4"))))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void between_newChangedAndOld_tellsThemApart() {
        Difference difference = Difference.between(
                List.of(pool("duet-a-write", Map.of("max", "4", "idle", "60")), pool("duet-old-write", Map.of())),
                List.of(pool("duet-a-write", Map.of("max", "8", "min", "1")), pool("duet-b-write", Map.of())));
        assertThat(difference.lines())
                .containsExactly(
                        "+ duet-b-write",
                        "~ duet-a-write: idle is 60, shall be not set",
                        "~ duet-a-write: max is 4, shall be 8",
                        "~ duet-a-write: min is not set, shall be 1",
                        "- duet-old-write");
        Difference.Change change = difference.changed().get(0);
        assertThat(change.set()).isEqualTo(Map.of("max", "8", "min", "1"));
        assertThat(change.unset()).containsExactly("idle");
    }

    @Test
    void lines_passwordInClearText_isNotShown() {
        Difference difference = Difference.between(
                List.of(pool("duet-a-write", Map.of("password", "hush"))),
                List.of(pool("duet-a-write", Map.of("password", "${env.X}"))));
        assertThat(difference.lines()).containsExactly("~ duet-a-write: password is (hidden), shall be (hidden)");
    }
}
