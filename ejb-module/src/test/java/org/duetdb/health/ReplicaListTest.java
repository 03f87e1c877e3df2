package org.duetdb.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.duetdb.DatabaseStatus.Lag;
import org.duetdb.DatabaseStatus.Replica;
import org.junit.jupiter.api.Test;

class ReplicaListTest {

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void in_nothingTold_isEmpty() {
        assertThat(ReplicaList.in(null)).isEmpty();
    }

    @Test
    void in_severalServers_tellsOfEach() {
        assertThat(
                        ReplicaList.in(
                                "h:5433 used 4 standby 2 12 300 \nh:5434 unused 0 - - - - SQLSTATE 08001\n"
                                        + "h:5435 unused 1 standby 0 7000 99 7000 ms and 99 bytes behind\nh:5436 used 1 primary 1 0 0 "))
                .containsExactly(
                        new Replica("h:5433", true, 4, millis(2), true, new Lag(millis(12), 300L), null),
                        new Replica("h:5434", false, 0, null, null, null, "SQLSTATE 08001"),
                        new Replica(
                                "h:5435",
                                false,
                                1,
                                millis(0),
                                true,
                                new Lag(millis(7000), 99L),
                                "7000 ms and 99 bytes behind"),
                        new Replica("h:5436", true, 1, millis(1), false, new Lag(millis(0), 0L), null));
    }
}
