package org.duetdb.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.duetdb.DatabaseStatus.InDoubt;
import org.duetdb.Role;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.embedded.EmbeddedDatabases;
import org.duetdb.preflight.SurveyedDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Branches that somebody has prepared and left. */
class BranchesInDoubtIT {

    private static final Duration SOON = Duration.ofMillis(1);

    private static SurveyedDatabases servers;

    @BeforeAll
    static void start() {
        servers = new SurveyedDatabases(EmbeddedDatabases.start());
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @AfterEach
    void end() throws SQLException {
        for (String gid : servers.databases().preparedTransactions()) {
            run(gid.endsWith("elsewhere") ? "postgres" : "app", "ROLLBACK PREPARED '" + gid + "'");
        }
    }

    private static void run(String database, String... statements) throws SQLException {
        try (Connection connection = servers.databases().primary().connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void prepare(String database, String gid) throws SQLException {
        run(database, "BEGIN", "PREPARE TRANSACTION '" + gid + "'");
    }

    private static InDoubt inDoubt(Role role, Duration after) throws Exception {
        ContainerDataSource source = servers.sources(Map.of("database.analytics.url", ""), tuning -> {}).stream()
                .filter(one -> one.binding().role() == role)
                .findFirst()
                .orElseThrow();
        return new Ping(source, after, SurveyedDatabases.DEADLINE).call().inDoubt();
    }

    @Test
    void ping_nothingPrepared_nothingIsInDoubt() throws Exception {
        assertThat(inDoubt(Role.WRITE, SOON)).isEqualTo(new InDoubt(0, Duration.ZERO, List.of()));
    }

    @Test
    void ping_branchesOfSeveral_tellsWhoResolvesThemAsFarAsTheyDo() throws Exception {
        prepare("app", "duet:shop-2:AAAA:Ag");
        Thread.sleep(20);
        prepare("app", "duet:shop-1:AAAA:AQ");
        prepare("app", "duet:shop-2:AAAA:Aw");
        prepare("app", "131077_AAAA_AQ");
        Thread.sleep(SOON.toMillis() * 2);

        InDoubt inDoubt = inDoubt(Role.WRITE, SOON);
        assertThat(inDoubt.count()).isEqualTo(4);
        assertThat(inDoubt.nodes()).containsExactly("shop-1", "shop-2");
        assertThat(inDoubt.age()).isBetween(Duration.ofMillis(20), Duration.ofMinutes(1));
    }

    @Test
    void ping_branchThatHasJustBeenPrepared_isNotInDoubt() throws Exception {
        prepare("app", "duet:shop-1:AAAA:AQ");
        assertThat(inDoubt(Role.WRITE, Duration.ofMinutes(1)).count()).isZero();
    }

    @Test
    void ping_branchOfAnotherDatabase_isNotCounted() throws Exception {
        prepare("postgres", "duet:shop-1:AAAA:elsewhere");
        assertThat(inDoubt(Role.WRITE, SOON).count()).isZero();
    }

    @Test
    void ping_readRole_leavesItToTheWriteRole() throws Exception {
        prepare("app", "duet:shop-1:AAAA:AQ");
        assertThat(inDoubt(Role.READ, SOON)).isNull();
    }
}
