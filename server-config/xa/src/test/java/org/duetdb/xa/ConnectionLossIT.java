package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duetdb.xa.XaCode.assertCode;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.duetdb.embedded.HeldCommits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backends that end, and servers that are away, at each step of a branch. */
class ConnectionLossIT {

    @RegisterExtension
    static final TestClusters CLUSTERS = new TestClusters();

    private DuetXADataSource datasource;

    @BeforeEach
    void make() {
        datasource = new TestServer("node").datasource(CLUSTERS.primary());
    }

    @Test
    void prepare_backendTerminatedBefore_isRolledBack() throws Exception {
        try (TestBranch branch = TestBranch.written(datasource, TestXid.next(), 1)) {
            CLUSTERS.terminate(branch);
            assertCode(XAException.XA_RBCOMMFAIL, branch::prepare);
            branch.rollback();
            assertThat(CLUSTERS.items(CLUSTERS.primary())).isEmpty();
            assertThat(CLUSTERS.prepared(CLUSTERS.primary())).isEmpty();
        }
    }

    @Test
    void prepare_backendTerminatedAndNoticed_isRolledBack() throws Exception {
        try (TestBranch branch = TestBranch.written(datasource, TestXid.next(), 1)) {
            CLUSTERS.terminate(branch);
            branch.swallow("SELECT 1");
            assertCode(XAException.XA_RBCOMMFAIL, branch::prepare);
        }
    }

    @Test
    void prepare_readRoleBackendTerminated_isRolledBack() throws Exception {
        DuetXADataSource read = new TestServer("node").readOnly(CLUSTERS.primary());
        try (TestBranch branch =
                TestBranch.start(read, TestXid.next()).execute("SELECT 1").end()) {
            CLUSTERS.terminate(branch);
            assertCode(XAException.XA_RBCOMMFAIL, branch::prepare);
        }
    }

    @Test
    void commit_onePhaseBackendTerminated_outcomeIsNotClaimedToBeKnown() throws Exception {
        try (TestBranch branch = TestBranch.written(datasource, TestXid.next(), 1)) {
            CLUSTERS.terminate(branch);
            assertCode(XAException.XAER_RMFAIL, branch::commitOnePhase);
        }
    }

    @Test
    void rollback_backendTerminated_isDone() throws Exception {
        try (TestBranch branch = TestBranch.written(datasource, TestXid.next(), 1)) {
            CLUSTERS.terminate(branch);
            branch.rollback();
            assertThat(CLUSTERS.items(CLUSTERS.primary())).isEmpty();
        }
    }

    /** Pools do that as soon as they hear of a lost connection, in the midst of the branch. */
    @Test
    void branch_connectionClosedByThePool_isRolledBack() throws Exception {
        TestBranch rolledBack = TestBranch.written(datasource, TestXid.next(), 1);
        rolledBack.close();
        rolledBack.rollback();
        TestBranch voted = TestBranch.written(datasource, TestXid.next(), 2);
        voted.close();
        assertCode(XAException.XA_RBCOMMFAIL, voted::prepare);
        TestBranch onePhase = TestBranch.written(datasource, TestXid.next(), 3);
        onePhase.close();
        assertCode(XAException.XA_RBROLLBACK, onePhase::commitOnePhase);
        assertThat(CLUSTERS.items(CLUSTERS.primary())).isEmpty();
    }

    @Test
    void start_backendTerminated_saysSo() throws Exception {
        try (TestBranch branch = TestBranch.on(datasource, TestXid.next())) {
            CLUSTERS.terminate(branch);
            assertCode(XAException.XAER_RMFAIL, () -> branch.resource().start(branch.xid(), XAResource.TMNOFLAGS));
        }
    }

    @Test
    void commit_backendTerminatedAfterPrepare_commitsOnAnotherConnection() throws Exception {
        try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), 1)) {
            CLUSTERS.terminate(branch);
            branch.commit();
            assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
        }
    }

    @Test
    void rollback_backendTerminatedAfterPrepare_rollsBackOnAnotherConnection() throws Exception {
        try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), 1)) {
            CLUSTERS.terminate(branch);
            branch.rollback();
            assertThat(CLUSTERS.prepared(CLUSTERS.primary())).isEmpty();
            assertThat(CLUSTERS.items(CLUSTERS.primary())).isEmpty();
        }
    }

    @Test
    void commit_connectionBusyWithTheNextBranch_commitsOnAnotherConnection() throws Exception {
        try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), 1)) {
            branch.resource().start(TestXid.next(), XAResource.TMNOFLAGS);
            branch.commit();
            assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void decision_databaseAway_isAskedForAgainAndThenDone(boolean commit) throws Exception {
        DuetXADataSource hasty = new TestServer("node", Patience.NONE).datasource(CLUSTERS.primary());
        try (TestBranch branch = TestBranch.prepared(hasty, TestXid.next(), 1)) {
            CLUSTERS.primary().crash();
            assertCode(XAException.XAER_RMFAIL, commit ? branch::commit : branch::rollback);
            assertCode(XAException.XAER_RMFAIL, commit ? branch::commit : branch::rollback);
            CLUSTERS.primary().start();
            if (commit) {
                branch.commit();
            } else {
                branch.rollback();
            }
            assertThat(CLUSTERS.items(CLUSTERS.primary()))
                    .isEqualTo(commit ? java.util.List.of("1") : java.util.List.of());
            assertThat(CLUSTERS.prepared(CLUSTERS.primary())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void decision_databaseRestartsMeanwhile_isDone(boolean commit) throws Exception {
        try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), 1)) {
            CLUSTERS.primary().crash();
            CompletableFuture<Void> restarted = CompletableFuture.runAsync(
                    CLUSTERS.primary()::start, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
            if (commit) {
                branch.commit();
            } else {
                branch.rollback();
            }
            restarted.join();
            assertThat(CLUSTERS.items(CLUSTERS.primary())).hasSize(commit ? 1 : 0);
            assertThat(CLUSTERS.prepared(CLUSTERS.primary())).isEmpty();
        }
    }

    /** Whether the branch was prepared is not known then. */
    @Test
    void prepare_connectionLostWhileItIsPrepared_isRolledBack() throws Exception {
        try (TestBranch first = TestBranch.prepared(datasource, TestXid.next(), 1)) {
            first.commit(); // the table of records is there from now on
        }
        try (TestBranch branch = TestBranch.written(datasource, TestXid.next(), 2)) {
            HeldCommits held = HeldCommits.of(CLUSTERS.primary());
            CompletableFuture<Void> loss = CompletableFuture.runAsync(() -> loseAnswer(held));
            assertCode(XAException.XA_RBCOMMFAIL, branch::prepare);
            loss.join();
            branch.rollback(); // managers do that, although the branch is gone
            assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
            assertThat(CLUSTERS.prepared(CLUSTERS.primary())).isEmpty();
        }
    }

    private static void loseAnswer(HeldCommits held) {
        try (held) {
            held.await();
            held.terminate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void prepare_databaseAway_isNotSaidToBeRolledBack() throws Exception {
        DuetXADataSource hasty = new TestServer("node", Patience.NONE).datasource(CLUSTERS.primary());
        TestBranch.prepared(hasty, TestXid.next(), 1).close(); // the table of records is there from now on
        try (TestBranch branch = TestBranch.written(hasty, TestXid.next(), 2)) {
            branch.check();
            CLUSTERS.primary().crash();
            assertCode(XAException.XAER_RMFAIL, branch::prepare);
            assertCode(XAException.XAER_RMFAIL, branch::rollback);
            CLUSTERS.primary().start();
            branch.rollback();
            assertThat(CLUSTERS.prepared(CLUSTERS.primary())).hasSize(1);
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void commit_databaseAway_waitsUntilInterruptedAndTheNextOneDoesNot() throws Exception {
        DuetXADataSource stubborn =
                new TestServer("node", new Patience(Duration.ofHours(1))).datasource(CLUSTERS.primary());
        try (TestBranch branch = TestBranch.prepared(stubborn, TestXid.next(), 1)) {
            CLUSTERS.primary().crash();
            Thread.currentThread().interrupt();
            assertCode(XAException.XAER_RMFAIL, branch::commit);
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
            assertCode(XAException.XAER_RMFAIL, branch::commit);
        }
    }

    @Test
    void commit_answerWasLostAndIsAskedForAgain_isDone() throws Exception {
        try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), 1)) {
            CLUSTERS.execute(
                    CLUSTERS.primary(),
                    "COMMIT PREPARED '" + CLUSTERS.prepared(CLUSTERS.primary()).get(0) + "'");
            CLUSTERS.terminate(branch);
            branch.commit();
        }
    }

    @Test
    void commit_rolledBackBySomebodyElse_isNotSaidToBeDone() throws Exception {
        try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), 1)) {
            CLUSTERS.execute(
                    CLUSTERS.primary(),
                    "ROLLBACK PREPARED '"
                            + CLUSTERS.prepared(CLUSTERS.primary()).get(0) + "'");
            assertCode(XAException.XAER_NOTA, branch::commit);
        }
    }

    @Test
    void suspended_resumed_goesOnInTheSameTransaction() throws Exception {
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next()).execute("INSERT INTO item VALUES (1)")) {
            branch.resource().end(branch.xid(), XAResource.TMSUSPEND);
            branch.resource().start(branch.xid(), XAResource.TMRESUME);
            branch.execute("INSERT INTO item VALUES (2)").end().prepare();
            branch.commit();
            assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1", "2");
        }
    }
}
