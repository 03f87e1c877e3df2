package org.duetdb.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import org.duetdb.embedded.EmbeddedDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Servers that take no prepared transactions, and go away. */
class PreflightOutageIT {

    private static final Map<String, String> ONE = Map.of("database.analytics.url", "");

    private static SurveyedDatabases servers;

    @BeforeAll
    static void start() {
        servers = new SurveyedDatabases(EmbeddedDatabases.builder()
                .setting("max_prepared_transactions", "0")
                .start());
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    private static RepeatedSurvey repeated(Map<String, String> keys, Duration pause) {
        return new RepeatedSurvey(servers.survey(keys, source -> {}), pause);
    }

    private static Preflight current(RepeatedSurvey survey) {
        return survey.current(servers.threads(), SurveyedDatabases.DEADLINE).orElseThrow();
    }

    @Test
    void preflight_noPreparedTransactionsForSeveralDatabases_isAWarningOfEachServer() {
        Preflight preflight = servers.preflight(Map.of());
        assertThat(preflight.permitsStart()).isTrue();
        assertThat(preflight.findings()).extracting(Finding::level).containsExactly(Level.WARNING, Level.WARNING);
        assertThat(preflight.findings().get(1).message())
                .isEqualTo(
                        "DUET-417 max_prepared_transactions is 0, so that transactions that write to several databases"
                                + " cannot commit [alias=default, role=write]; run ALTER SYSTEM SET max_prepared_transactions = 16,"
                                + " times the number of application servers, and restart PostgreSQL");
    }

    @Test
    void preflight_noPreparedTransactionsForOneDatabase_findsNothing() {
        assertThat(servers.preflight(ONE).findings()).isEmpty();
    }

    @Test
    void current_databaseAwayAtTheStart_isDownUntilItIsBack() {
        RepeatedSurvey survey = repeated(ONE, Duration.ZERO);
        servers.databases().primary().stop();
        try {
            Preflight away = current(survey);
            assertThat(away.permitsStart()).isFalse();
            assertThat(away.findings())
                    .singleElement()
                    .extracting(Finding::message)
                    .asString()
                    .startsWith("DUET-105 no connection to 127.0.0.1:")
                    .contains("[alias=default, role=write]");
        } finally {
            servers.databases().primary().start();
        }
        assertThat(current(survey).permitsStart()).isTrue();
    }

    @Test
    void current_databaseAwayThatIsNotRequired_isUpAndSaysSo() {
        servers.databases().primary().stop();
        try {
            Preflight away = current(repeated(
                    Map.of("database.analytics.url", "", "database.default.required", "false"), Duration.ZERO));
            assertThat(away.permitsStart()).isTrue();
            assertThat(away.findings()).hasSize(1);
        } finally {
            servers.databases().primary().start();
        }
    }

    @Test
    void current_replicaAway_isUpAndAWarning() {
        servers.databases().standby().stop();
        try {
            Preflight away = current(repeated(ONE, Duration.ZERO));
            assertThat(away.permitsStart()).isTrue();
            assertThat(away.findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.WARNING))
                    .extracting(Finding::message)
                    .asString()
                    .contains("DUET-105", "[alias=default, role=read]");
        } finally {
            servers.databases().standby().start();
        }
    }

    @Test
    void current_onceUp_asksNoMore() {
        RepeatedSurvey survey = repeated(ONE, Duration.ZERO);
        Preflight first = current(survey);
        assertThat(first.permitsStart()).isTrue();
        servers.databases().standby().stop();
        try {
            assertThat(current(survey)).isSameAs(first);
        } finally {
            servers.databases().standby().start();
        }
    }

    @Test
    void current_downAndAskedSoonAgain_isTheSameResult() {
        RepeatedSurvey survey = repeated(ONE, Duration.ofDays(1));
        servers.databases().primary().stop();
        try {
            Preflight first = current(survey);
            assertThat(first.permitsStart()).isFalse();
            assertThat(current(survey)).isSameAs(first);
            assertThat(survey.take(servers.threads(), SurveyedDatabases.DEADLINE))
                    .isNotSameAs(first);
        } finally {
            servers.databases().primary().start();
        }
    }
}
