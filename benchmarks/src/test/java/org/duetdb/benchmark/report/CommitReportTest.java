package org.duetdb.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.duetdb.benchmark.result.CommitKind;
import org.duetdb.benchmark.result.Commits;
import org.duetdb.benchmark.result.ServerKind;
import org.junit.jupiter.api.Test;

class CommitReportTest {

    private static CommitReport report(double writeAndReplica) {
        return report(writeAndReplica, true);
    }

    private static CommitReport report(double writeAndReplica, boolean warm) {
        return report(commits(ServerKind.PAYARA_MICRO, writeAndReplica, 900, warm));
    }

    private static CommitReport report(Commits... commits) {
        return new CommitReport("conditions\n", List.of(commits));
    }

    private static Commits commits(ServerKind server, double writeAndReplica, double writeAndRead, boolean warm) {
        return new Commits(
                server,
                Map.of(
                        CommitKind.WRITE, new double[] {1_000, 2_000},
                        CommitKind.WRITE_AND_REPLICA, new double[] {writeAndReplica, 2 * writeAndReplica},
                        CommitKind.WRITE_AND_READ, new double[] {writeAndRead, 2 * writeAndRead},
                        CommitKind.TWO_WRITES, new double[] {300, 600},
                        CommitKind.PLAIN_TWO_WRITES, new double[] {300, 600},
                        CommitKind.PLAIN_WRITE, new double[] {1_000, 2_000},
                        CommitKind.PLAIN_WRITE_AND_REPLICA, new double[] {900, 1_800}),
                warm);
    }

    @Test
    void findings_ratioWithinEachRound_holdsAtTheFigureAndNotBelow() {
        assertThat(report(950).findings().map(Finding::verdict))
                .containsExactly(Verdict.HOLDS, Verdict.HOLDS, Verdict.HOLDS);
        assertThat(report(940).findings().map(Finding::verdict))
                .containsExactly(Verdict.DOES_NOT_HOLD, Verdict.HOLDS, Verdict.HOLDS);
    }

    @Test
    void findings_serverThatGoesDownToOnePhase_isHeldToHalfACommit() {
        assertThat(report(commits(ServerKind.WILDFLY, 950, 450, true))
                        .findings()
                        .map(Finding::verdict))
                .containsExactly(Verdict.HOLDS, Verdict.HOLDS, Verdict.HOLDS, Verdict.HOLDS);
        assertThat(report(commits(ServerKind.WILDFLY, 950, 440, true))
                        .findings()
                        .map(Finding::verdict))
                .containsExactly(Verdict.HOLDS, Verdict.HOLDS, Verdict.HOLDS, Verdict.DOES_NOT_HOLD);
    }

    @Test
    void text_severalServers_haveAColumnEach() {
        assertThat(report(
                                commits(ServerKind.PAYARA_MICRO, 950, 900, true),
                                commits(ServerKind.WILDFLY, 950, 450, false))
                        .text())
                .contains("| Payara Micro | WildFly |", "| 1,350        | 675 ", "WildFly was not warm yet")
                .doesNotContain("Payara Micro was not warm yet");
    }

    @Test
    void text_serverNotWarm_saysSo() {
        assertThat(report(950, false).text()).contains("not warm yet");
        assertThat(report(950, true).text()).doesNotContain("not warm yet");
    }

    @Test
    void text_saysWhatTheReadCostsRawJdbc() {
        assertThat(report(950).text())
                .endsWith("leaves raw JDBC 0.90 of its own requests per second; a session has 1.00 of those of raw JDBC"
                        + " without the read, and 1.06 with it.\n");
    }

    @Test
    void text_namesEveryKindWithItsSpeed() {
        assertThat(report(950).text())
                .startsWith("conditions\n")
                .contains("| one database written ", "| 1,500 ")
                .contains(
                        "| Requests per second at least 0.95 | Payara Micro, one database written, its replica read : one database"
                                + " written");
    }
}
