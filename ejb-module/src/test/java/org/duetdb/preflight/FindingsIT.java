package org.duetdb.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.duetdb.datasource.DriverFacts;
import org.duetdb.embedded.EmbeddedDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PreferQueryMode;

/** One problem after the other, made on real servers. */
class FindingsIT {

    private static final String RESET = "ALTER ROLE duet_app IN DATABASE app RESET ALL";

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
    void reset() throws SQLException {
        servers.run(RESET, "ALTER ROLE duet_app RESET ALL", "ALTER DATABASE app RESET ALL");
    }

    private static Finding only(Preflight preflight) {
        assertThat(preflight.findings()).hasSize(1);
        return preflight.findings().get(0);
    }

    private static void assertFinding(Preflight preflight, Level level, String message) {
        Finding finding = only(preflight);
        assertThat(finding.message()).isEqualTo(message);
        assertThat(finding.level()).isEqualTo(level);
        assertThat(preflight.permitsStart()).isEqualTo(level != Level.ERROR);
    }

    @Test
    void preflight_ofTheEmbeddedDatabases_findsNothing() {
        Preflight preflight = servers.preflight(Map.of());
        assertThat(preflight.findings()).isEmpty();
        assertThat(preflight.permitsStart()).isTrue();
        assertThat(preflight.databases()).hasSize(4).allMatch(Examined::answered);
    }

    @Test
    void preflight_noRightOnTheFirstSchema_warnsWithTheGrant() throws SQLException {
        servers.run(
                "CREATE SCHEMA \"Hidden\"", "ALTER ROLE duet_app IN DATABASE app SET search_path = \"Hidden\", public");
        Preflight preflight = servers.preflight(Map.of());
        assertThat(preflight.findings()).extracting(Finding::level).containsOnly(Level.WARNING);
        assertThat(preflight.findings())
                .extracting(Finding::message)
                .hasSize(2)
                .first()
                .asString()
                .isEqualTo(
                        "DUET-410 the user duet_app has no right on the schema \"Hidden\", the first of its search path"
                                + " [alias=default, role=write]; run GRANT USAGE ON SCHEMA \"Hidden\" TO duet_app, and grant the"
                                + " rights on its tables");

        servers.run("GRANT USAGE ON SCHEMA \"Hidden\" TO duet_app");
        assertThat(servers.preflight(Map.of()).findings()).isEmpty();
    }

    @Test
    void preflight_noSchemaThatExists_warns() throws SQLException {
        servers.run("ALTER ROLE duet_app IN DATABASE app SET search_path = nowhere");
        assertThat(servers.preflight(Map.of()).findings())
                .hasSize(2)
                .allMatch(finding -> finding.code().equals("DUET-410") && finding.level() == Level.WARNING);
    }

    @Test
    void preflight_writeRoleOnAStandby_isAnError() {
        String standby = servers.databases().configuration().get("database.default.read.url");
        assertFinding(
                servers.preflight(Map.of("database.default.url", standby)),
                Level.ERROR,
                "DUET-411 the server of the write role is a standby, which takes no writes [alias=default, role=write];"
                        + " set database.default.url to the address of the primary");
    }

    @Test
    void preflight_writeRoleMadeReadOnly_isAnErrorThatItsRemedyUndoes() throws SQLException {
        for (String target : new String[] {"ROLE duet_app", "ROLE duet_app IN DATABASE app", "DATABASE app"}) {
            servers.run("ALTER " + target + " SET default_transaction_read_only = on");
            String reset = "ALTER " + target + " RESET default_transaction_read_only";
            assertFinding(
                    servers.preflight(Map.of("database.analytics.url", "")),
                    Level.ERROR,
                    "DUET-412 transactions of the write role are read-only [alias=default, role=write]; run " + reset);
            servers.run(reset);
            assertThat(servers.preflight(Map.of()).findings()).isEmpty();
        }
    }

    @Test
    void preflight_readRoleThatCanWrite_isAnError() {
        Preflight preflight = servers.preflight(
                Map.of("database.default.read.url", "", "database.analytics.url", ""), source -> source.setOptions(""));
        assertFinding(
                preflight,
                Level.ERROR,
                "DUET-413 the read role can write [alias=default, role=read]; make the pool from the configuration:"
                        + " options=-c default_transaction_read_only=on");
    }

    @Test
    void preflight_readRoleThatOnlyItsStandbyKeepsFromWriting_warns() {
        Preflight preflight = servers.preflight(Map.of("database.analytics.url", ""), source -> source.setOptions(""));
        assertThat(only(preflight).code()).isEqualTo("DUET-413");
        assertThat(only(preflight).level()).isEqualTo(Level.WARNING);
    }

    @Test
    void preflight_replicaThatIsNone_warns() {
        String replica = servers.databases().configuration().get("database.analytics.url");
        Finding finding = only(servers.preflight(Map.of("database.default.read.url", replica)));
        assertThat(finding.code()).isEqualTo("DUET-414");
        assertThat(finding.level()).isEqualTo(Level.WARNING);
        assertThat(finding.message())
                .endsWith("set database.default.read.url to the address of a standby, or remove it");
    }

    @Test
    void preflight_morePoolThanPrepared_warnsOfSeveralDatabasesOnly() {
        Preflight preflight = servers.preflight(Map.of("database.default.max-size", "65"));
        assertFinding(
                preflight,
                Level.WARNING,
                "DUET-418 max_prepared_transactions is 64, and 65 transactions can be prepared at once: the max-size of"
                        + " default-write [alias=default, role=write]; run ALTER SYSTEM SET max_prepared_transactions ="
                        + " 65, times the number of application servers, and restart PostgreSQL");

        Map<String, String> one = Map.of("database.default.max-size", "65", "database.analytics.url", "");
        assertThat(servers.preflight(one).findings()).isEmpty();
    }

    /** The facts of the embedded databases, and what they come to for a pool of Duet's own datasource class. */
    private static List<Finding> ofDuetsClass(Map<String, String> keys) {
        List<Examined> pools = servers.preflight(keys).databases().stream()
                .map(one -> new Examined(one.binding(), ofDuetsClass(one.facts()), null))
                .toList();
        return Preflight.of(pools).findings();
    }

    private static SessionFacts ofDuetsClass(SessionFacts facts) {
        DriverFacts driver = facts.driver();
        return new SessionFacts(
                facts.version(),
                facts.recovery(),
                facts.readOnly(),
                facts.readOnlySource(),
                facts.user(),
                facts.database(),
                facts.schema(),
                facts.usable(),
                facts.preparedTransactions(),
                facts.connections(),
                facts.escapesInStrings(),
                facts.mayRecord(),
                new DriverFacts(driver.name(), driver.version(), driver.queryMode(), true));
    }

    @Test
    void preflight_noRightToLeaveRecords_warnsOfSeveralDatabasesOnly() throws SQLException {
        Map<String, String> one = Map.of("database.analytics.url", "");
        servers.run("ALTER DATABASE app OWNER TO postgres");
        try {
            assertThat(servers.preflight(Map.of()).findings())
                    .as("another class leaves none")
                    .isEmpty();
            assertThat(ofDuetsClass(one)).isEmpty();
            assertThat(ofDuetsClass(Map.of()))
                    .extracting(Finding::message)
                    .containsExactly(
                            "DUET-427 the user duet_app may neither use the table duet.xa_record nor make it, so that"
                                    + " a recovery after a crash that rolls back by mistake is not noticed"
                                    + " [alias=default, role=write]; run GRANT CREATE ON DATABASE app TO duet_app, or"
                                    + " have an administrator make the table");
            servers.run("GRANT CREATE ON DATABASE app TO duet_app");
            assertThat(ofDuetsClass(Map.of())).isEmpty();
            servers.run(
                    "REVOKE CREATE ON DATABASE app FROM duet_app",
                    "CREATE SCHEMA duet",
                    "CREATE TABLE duet.xa_record (id uuid)");
            assertThat(ofDuetsClass(Map.of())).hasSize(1);
            servers.run(
                    "GRANT USAGE ON SCHEMA duet TO duet_app",
                    "GRANT SELECT, INSERT, DELETE ON duet.xa_record TO duet_app");
            assertThat(ofDuetsClass(Map.of())).isEmpty();
        } finally {
            servers.run("DROP SCHEMA IF EXISTS duet CASCADE", "ALTER DATABASE app OWNER TO duet_app");
        }
    }

    @Test
    void preflight_poolsOfOneServer_shareItsLimits() {
        String same = servers.databases().configuration().get("database.default.url");
        Preflight preflight =
                servers.preflight(Map.of("database.analytics.url", same, "database.default.max-size", "50"));
        assertFinding(
                preflight,
                Level.WARNING,
                "DUET-418 max_prepared_transactions is 64, and 66 transactions can be prepared at once: the max-size of"
                        + " analytics-write and default-write [alias=analytics, role=write]; run ALTER SYSTEM SET"
                        + " max_prepared_transactions = 66, times the number of application servers, and restart"
                        + " PostgreSQL");
    }

    @Test
    void preflight_morePoolThanConnections_warns() {
        Preflight preflight =
                servers.preflight(Map.of("database.analytics.url", "", "database.default.max-size", "198"));
        assertThat(preflight.findings()).hasSize(2).allMatch(finding -> finding.level() == Level.WARNING);
        assertThat(preflight.findings().get(0).message())
                .isEqualTo(
                        "DUET-419 the server has 197 connections to give, and the pools may take 198: the max-size of"
                                + " default-write [alias=default, role=write]; lower max-size, or raise max_connections by 1");
    }

    @Test
    void preflight_simpleQueryMode_isAnError() {
        Preflight preflight = servers.preflight(Map.of(), source -> source.setPreferQueryMode(PreferQueryMode.SIMPLE));
        assertThat(preflight.findings())
                .hasSize(4)
                .allMatch(finding -> finding.code().equals("DUET-423") && finding.level() == Level.ERROR);
    }

    @Test
    void preflight_backslashesAsEscapes_isAnError() throws SQLException {
        servers.run("ALTER ROLE duet_app IN DATABASE app SET standard_conforming_strings = off");
        assertThat(servers.preflight(Map.of()).findings())
                .hasSize(2)
                .allMatch(finding -> finding.code().equals("DUET-424") && finding.level() == Level.ERROR);
    }

    @Test
    void preflight_errorOfADatabaseThatIsNotRequired_permitsTheStart() throws SQLException {
        servers.run("ALTER DATABASE app SET default_transaction_read_only = on");
        Preflight preflight = servers.preflight(Map.of("database.default.required", "false"));
        assertThat(only(preflight).level()).isEqualTo(Level.ERROR);
        assertThat(preflight.permitsStart()).isTrue();
    }
}
