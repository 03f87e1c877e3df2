package org.duetdb.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.time.Duration;
import java.util.List;
import org.duetdb.DatabaseStatus;
import org.duetdb.DatabaseStatus.InDoubt;
import org.duetdb.DatabaseStatus.Lag;
import org.duetdb.DatabaseStatus.Pool;
import org.duetdb.DatabaseStatus.Replica;
import org.duetdb.DatabaseStatus.State;
import org.duetdb.Role;
import org.junit.jupiter.api.Test;

class DatabaseViewTest {

    @Test
    void json_databaseUp_showsEveryFigure() {
        DatabaseStatus status = new DatabaseStatus(
                "default",
                Role.WRITE,
                State.UP,
                Duration.ofMillis(3),
                true,
                new Lag(Duration.ofMillis(40), 1000L),
                List.of(
                        new Replica(
                                "h:5433", true, 4, Duration.ofMillis(2), true, new Lag(Duration.ofMillis(5), 9L), null),
                        new Replica("h:5434", false, 0, null, null, null, "SQLSTATE 08001")),
                true,
                new Pool(4, 3, 1, 0, 16),
                new InDoubt(2, Duration.ofSeconds(75), List.of("shop-1", "shop-2")),
                null);
        assertThat(json(status))
                .isEqualTo(
                        "{\"alias\":\"default\",\"role\":\"write\",\"state\":\"UP\","
                                + "\"size\":4,\"available\":3,\"inUse\":1,\"waiting\":0,\"maxSize\":16,"
                                + "\"latencyMillis\":3,\"recovery\":true,"
                                + "\"lagMillis\":40,\"lagBytes\":1000,"
                                + "\"replicas\":[{\"address\":\"h:5433\",\"used\":true,\"connections\":4,"
                                + "\"latencyMillis\":2,\"recovery\":true,\"lagMillis\":5,\"lagBytes\":9,\"problem\":null},"
                                + "{\"address\":\"h:5434\",\"used\":false,\"connections\":0,"
                                + "\"latencyMillis\":null,\"recovery\":null,\"lagMillis\":null,\"lagBytes\":null,\"problem\":\"SQLSTATE 08001\"}],"
                                + "\"required\":true,"
                                + "\"inDoubt\":2,\"inDoubtSeconds\":75,\"inDoubtNodes\":[\"shop-1\",\"shop-2\"],\"problem\":null}");
    }

    @Test
    void json_databaseDown_showsNullForWhatIsNotKnown() {
        DatabaseStatus status = new DatabaseStatus(
                "default",
                Role.WRITE,
                State.DOWN,
                null,
                null,
                null,
                List.of(),
                false,
                new Pool(null, null, null, null, 16),
                null,
                "It is away.");
        assertThat(json(status))
                .isEqualTo("{\"alias\":\"default\",\"role\":\"write\",\"state\":\"DOWN\","
                        + "\"size\":null,\"available\":null,\"inUse\":null,\"waiting\":null,\"maxSize\":16,"
                        + "\"latencyMillis\":null,\"recovery\":null,\"lagMillis\":null,\"lagBytes\":null,\"replicas\":[],"
                        + "\"required\":false,"
                        + "\"inDoubt\":null,\"inDoubtSeconds\":null,\"inDoubtNodes\":null,"
                        + "\"problem\":\"It is away.\"}");
    }

    private static String json(DatabaseStatus status) {
        return JsonbBuilder.create().toJson(DatabaseView.of(status));
    }
}
