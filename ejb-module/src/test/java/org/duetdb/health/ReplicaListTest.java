package org.duetdb.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.duetdb.DatabaseStatus.Lag;
import org.duetdb.DatabaseStatus.Replica;
import org.junit.jupiter.api.Test;

class ReplicaListTest {

    @Test
    void in_nothingTold_isEmpty() {
        assertThat(ReplicaList.in(null)).isEmpty();
    }

    @Test
    void in_severalServers_tellsOfEach() {
        assertThat(ReplicaList.in("h:5433 used 4 12 300 \nh:5434 unused 0 - - SQLSTATE 08001\n"
                        + "h:5435 unused 1 7000 99 7000 ms and 99 bytes behind"))
                .containsExactly(
                        new Replica("h:5433", true, 4, new Lag(Duration.ofMillis(12), 300L), null),
                        new Replica("h:5434", false, 0, null, "SQLSTATE 08001"),
                        new Replica(
                                "h:5435",
                                false,
                                1,
                                new Lag(Duration.ofSeconds(7), 99L),
                                "7000 ms and 99 bytes behind"));
    }
}
