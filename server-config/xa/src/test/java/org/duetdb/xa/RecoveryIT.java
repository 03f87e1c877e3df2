package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duetdb.xa.XaCode.assertCode;

import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.duetdb.embedded.Cluster;
import org.duetdb.embedded.HeldCommits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recovery that asks to roll back: a process has died with branches in two databases, and another one takes over. */
class RecoveryIT {

    @RegisterExtension
    static final TestClusters CLUSTERS = new TestClusters();

    private final TestXid here = TestXid.next();
    private final TestXid there = here.sibling(2);

    /** The database that is asked, and the other one: each of the two in turn. */
    static Stream<List<Cluster>> bothWays() {
        return Stream.of(
                List.of(CLUSTERS.primary(), CLUSTERS.analytics()), List.of(CLUSTERS.analytics(), CLUSTERS.primary()));
    }

    /** The process that takes over. It has pools for both. */
    private TestBranch restart(Cluster asked, Cluster other) throws Exception {
        TestServer server = new TestServer("node");
        try {
            server.datasource(other).getXAConnection().close();
        } catch (java.sql.SQLException e) {
            // away: the server makes its pool all the same
        }
        return TestBranch.on(server.datasource(asked), here);
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void rollback_siblingHasCommitted_isCommittedInstead(List<Cluster> clusters) throws Exception {
        TestServer.crash(clusters.get(0), clusters.get(1), here, true);
        try (TestBranch branch = restart(clusters.get(0), clusters.get(1))) {
            branch.rollback();
        }
        assertThat(CLUSTERS.items(clusters.get(0))).containsExactly("1");
        assertThat(CLUSTERS.items(clusters.get(1))).containsExactly("2");
        assertNothingPrepared();
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void rollback_noSiblingHasCommitted_rollsAllBack(List<Cluster> clusters) throws Exception {
        TestServer.crash(clusters.get(0), clusters.get(1), here, false);
        try (TestBranch branch = restart(clusters.get(0), clusters.get(1))) {
            branch.rollback();
            assertThat(CLUSTERS.prepared(clusters.get(1)))
                    .as("the sibling can be committed no more")
                    .isEmpty();
        }
        assertThat(CLUSTERS.items(clusters.get(0))).isEmpty();
        assertThat(CLUSTERS.items(clusters.get(1))).isEmpty();
        assertNothingPrepared();
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void rollback_siblingIsAway_waitsUntilItIsBack(List<Cluster> clusters) throws Exception {
        TestServer.crash(clusters.get(0), clusters.get(1), here, true);
        clusters.get(1).crash();
        try (TestBranch branch = restart(clusters.get(0), clusters.get(1))) {
            assertThat(assertCode(XAException.XAER_RMFAIL, branch::rollback)).hasMessageStartingWith("DUET-549 ");
            assertThat(CLUSTERS.prepared(clusters.get(0))).hasSize(1);
            clusters.get(1).start();
            branch.rollback();
        }
        assertThat(CLUSTERS.items(clusters.get(0))).containsExactly("1");
        assertNothingPrepared();
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void rollback_askedTwiceWithARestartBetween_isCommitted(List<Cluster> clusters) throws Exception {
        TestServer.crash(clusters.get(0), clusters.get(1), here, true);
        clusters.get(1).crash();
        try (TestBranch branch = restart(clusters.get(0), clusters.get(1))) {
            assertCode(XAException.XAER_RMFAIL, branch::rollback);
        }
        clusters.get(1).start();
        try (TestBranch branch = restart(clusters.get(0), clusters.get(1))) {
            branch.rollback();
        }
        assertThat(CLUSTERS.items(clusters.get(0))).containsExactly("1");
        assertNothingPrepared();
    }

    /** Its commit has happened, and waits for a replica: nobody sees it yet. */
    @Test
    @Timeout(120)
    void rollback_siblingIsCommittingAtThisMoment_waits() throws Exception {
        Cluster other = CLUSTERS.analytics();
        TestBranch.prepared(new TestServer("node").datasource(CLUSTERS.primary()), here, 1)
                .close();
        try (TestBranch two = TestBranch.prepared(new TestServer("node").datasource(other), there, 2);
                TestBranch one = restart(CLUSTERS.primary(), other)) {
            FutureTask<Void> commit = new FutureTask<>(() -> {
                two.commit();
                return null;
            });
            try (HeldCommits held = HeldCommits.of(other)) {
                new Thread(commit).start();
                held.await();
                assertCode(XAException.XAER_RMFAIL, one::rollback);
            }
            commit.get();
            one.rollback();
        }
        assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
        assertThat(CLUSTERS.items(other)).containsExactly("2");
    }

    @Test
    void rollback_siblingHasNoPoolYet_waits() throws Exception {
        TestServer.crash(CLUSTERS.primary(), CLUSTERS.analytics(), here, true);
        TestServer server = new TestServer("node");
        DuetXADataSource asked = server.datasource(CLUSTERS.primary());
        asked.setSiblings("primary, analytics");
        try (TestBranch branch = TestBranch.on(asked, here)) {
            assertCode(XAException.XAER_RMFAIL, branch::rollback);
            server.datasource(CLUSTERS.analytics()).getXAConnection().close();
            branch.rollback();
        }
        assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
    }

    @Test
    void rollback_byTheProcessThatCommittedTheSibling_isCommittedInstead() throws Exception {
        TestServer server = new TestServer("node");
        try (TestBranch one = TestBranch.prepared(server.datasource(CLUSTERS.primary()), here, 1);
                TestBranch two = TestBranch.prepared(server.datasource(CLUSTERS.analytics()), there, 2)) {
            two.commit();
            one.rollback();
        }
        assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
    }

    @Test
    void rollback_byTheProcessThatPreparedIt_asksNobody() throws Exception {
        TestServer server = new TestServer("node");
        try (TestBranch one = TestBranch.prepared(server.datasource(CLUSTERS.primary()), here, 1);
                TestBranch two = TestBranch.prepared(server.datasource(CLUSTERS.analytics()), there, 2)) {
            CLUSTERS.analytics().crash();
            one.rollback();
            assertThat(CLUSTERS.prepared(CLUSTERS.primary())).isEmpty();
            CLUSTERS.analytics().start();
            two.rollback();
        }
        assertNothingPrepared();
    }

    @Test
    void rollback_twoBranchesInOneDatabase_agree() throws Exception {
        TestServer.crash(CLUSTERS.primary(), CLUSTERS.primary(), here, true);
        try (TestBranch branch = TestBranch.on(new TestServer("node").datasource(CLUSTERS.primary()), here)) {
            branch.rollback();
        }
        assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1", "2");
    }

    @Test
    void rollback_ofAnotherTransaction_isNoReasonToCommit() throws Exception {
        TestServer.crash(CLUSTERS.primary(), CLUSTERS.analytics(), here, false);
        try (TestBranch unrelated =
                TestBranch.prepared(new TestServer("node").datasource(CLUSTERS.analytics()), TestXid.next(), 3)) {
            unrelated.commit();
        }
        try (TestBranch branch = restart(CLUSTERS.primary(), CLUSTERS.analytics())) {
            branch.rollback();
        }
        assertThat(CLUSTERS.items(CLUSTERS.primary())).isEmpty();
    }

    private static void assertNothingPrepared() throws Exception {
        assertThat(CLUSTERS.prepared(CLUSTERS.primary())).isEmpty();
        assertThat(CLUSTERS.prepared(CLUSTERS.analytics())).isEmpty();
    }
}
