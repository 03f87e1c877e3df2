package org.duetdb.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duetdb.DatabaseStatus;
import org.duetdb.DatabaseStatus.Pool;
import org.duetdb.DatabaseStatus.Replica;
import org.duetdb.DatabaseStatus.State;
import org.duetdb.catalog.Catalog;
import org.duetdb.config.Settings;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.health.Ping.Answer;
import org.junit.jupiter.api.Test;

/** What is made of the answers of an alias that has replicas. */
class OutcomeTest {

    private static final Pool POOL = new Pool(4, 3, 1, 0, 16);
    private static final Replica USED = new Replica("r1:5432", true, 4, null, null, null, null);
    private static final Replica AWAY = new Replica("r2:5432", false, 0, null, null, null, "SQLSTATE 08001");

    private final ContainerDataSource writer;
    private final ContainerDataSource reader;

    OutcomeTest() throws Exception {
        Map<String, String> configured = Map.of(
                "database.shop.url", "postgresql://app@p/shop",
                "database.shop.read.url", "postgresql://app@r1,r2/shop");
        Catalog catalog = Catalog.of(
                Settings.read(
                        new SmallRyeConfigBuilder()
                                .withSources(new PropertiesConfigSource(configured, "test", 100))
                                .build(),
                        Set.of()),
                List.of());
        writer = new ContainerDataSource(catalog.bindings().get(0), Optional::empty);
        reader = new ContainerDataSource(catalog.bindings().get(1), Optional::empty, writer);
    }

    private static Answer answer(Replica... replicas) {
        return new Answer(Duration.ofMillis(1), new LogPosition(false, 0, Duration.ZERO), List.of(replicas), null);
    }

    private DatabaseStatus reading(Answer answer, String problem, Answer written) {
        return new Outcome(reader, answer, problem, POOL).status(new Outcome(writer, written, "away", POOL));
    }

    @Test
    void status_allAnswer_isUp() {
        DatabaseStatus status = reading(answer(USED), null, answer());
        assertThat(status.state()).isEqualTo(State.UP);
        assertThat(status.problem()).isNull();
        assertThat(status.replicas()).containsExactly(USED);
    }

    @Test
    void status_oneOfSeveralIsNotUsed_isDegradedAndTellsWhy() {
        DatabaseStatus status = reading(answer(USED, AWAY), null, answer());
        assertThat(status.state()).isEqualTo(State.DEGRADED);
        assertThat(status.problem())
                .isEqualTo("DUET-407 not read from for now: r2:5432 (SQLSTATE 08001)"
                        + " [alias=shop, role=read]; see the server's log");
    }

    @Test
    void status_noReplicaAnswers_isDegradedAsLongAsThePrimaryDoes() {
        assertThat(reading(null, "late", answer()).state()).isEqualTo(State.DEGRADED);
        assertThat(reading(null, "late", null).state()).isEqualTo(State.DOWN);
        assertThat(reading(null, "late", null).problem()).isEqualTo("late");
    }
}
