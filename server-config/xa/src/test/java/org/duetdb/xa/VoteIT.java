package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duetdb.xa.XaCode.assertCode;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** Phase one, and the commit in one phase: what becomes of a branch on its own connection. */
class VoteIT {

    @RegisterExtension
    static final TestClusters CLUSTERS = new TestClusters();

    private DuetXADataSource datasource;

    @BeforeEach
    void make() {
        datasource = new TestServer("node").datasource(CLUSTERS.primary());
    }

    @Test
    void prepare_wrote_isPreparedAndCommits() throws Exception {
        try (TestBranch branch = TestBranch.written(datasource, TestXid.next(), 1)) {
            assertThat(branch.prepare()).isEqualTo(XAResource.XA_OK);
            assertThat(CLUSTERS.prepared(CLUSTERS.primary()))
                    .singleElement()
                    .asString()
                    .startsWith("duet:node:");
            branch.commit();
            assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
            assertThat(CLUSTERS.prepared(CLUSTERS.primary())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT count(*) FROM item",
                "SET LOCAL work_mem = '8MB'",
                "SET TRANSACTION READ ONLY"
            })
    void prepare_wroteNothing_isReadOnlyWithoutPrepare(String sql) throws Exception {
        try (TestBranch branch =
                TestBranch.start(datasource, TestXid.next()).execute(sql).end()) {
            assertThat(branch.prepare()).isEqualTo(XAResource.XA_RDONLY);
            assertThat(CLUSTERS.prepared(CLUSTERS.primary())).isEmpty();
            assertCode(XAException.XAER_NOTA, branch::commit);
            branch.resource().start(TestXid.next(), XAResource.TMNOFLAGS);
        }
    }

    @Test
    void prepare_holdsARowLock_isPreparedForTheLockHasToStay() throws Exception {
        CLUSTERS.execute(CLUSTERS.primary(), "INSERT INTO item VALUES (1)");
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next())
                .execute("SELECT id FROM item FOR UPDATE")
                .end()) {
            assertThat(branch.prepare()).isEqualTo(XAResource.XA_OK);
            branch.rollback();
        }
    }

    @Test
    void prepare_swallowedFailure_isRolledBackAndSaidSo() throws Exception {
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next())
                .execute("INSERT INTO item VALUES (1)")
                .swallow("INSERT INTO item VALUES (1)")
                .end()) {
            assertCode(XAException.XA_RBROLLBACK, branch::prepare);
            branch.rollback(); // managers do that, although the branch is gone
            assertThat(CLUSTERS.items(CLUSTERS.primary())).isEmpty();
            branch.resource().start(TestXid.next(), XAResource.TMNOFLAGS);
        }
    }

    @Test
    void commit_onePhaseAfterSwallowedFailure_isRolledBackAndSaidSo() throws Exception {
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next())
                .execute("INSERT INTO item VALUES (1)")
                .swallow("SELECT 1/0")
                .end()) {
            assertCode(XAException.XA_RBROLLBACK, branch::commitOnePhase);
            assertThat(CLUSTERS.items(CLUSTERS.primary())).isEmpty();
        }
    }

    @Test
    void prepare_failureUndoneBySavepoint_isPrepared() throws Exception {
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next())
                .execute("INSERT INTO item VALUES (1)")
                .execute("SAVEPOINT s")
                .swallow("SELECT 1/0")
                .execute("ROLLBACK TO SAVEPOINT s")
                .end()) {
            assertThat(branch.prepare()).isEqualTo(XAResource.XA_OK);
            branch.commit();
            assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
        }
    }

    @Test
    void end_withFailure_rollsBackAtTheVote() throws Exception {
        for (boolean onePhase : new boolean[] {false, true}) {
            try (TestBranch branch =
                    TestBranch.start(datasource, TestXid.next()).execute("INSERT INTO item VALUES (1)")) {
                branch.resource().end(branch.xid(), XAResource.TMFAIL);
                assertCode(XAException.XA_RBROLLBACK, onePhase ? branch::commitOnePhase : branch::prepare);
                assertThat(CLUSTERS.items(CLUSTERS.primary())).isEmpty();
            }
        }
    }

    @Test
    void setReadOnly_beforeOrInABranchThatWrites_losesNothing() throws Exception {
        try (TestBranch branch = TestBranch.on(datasource, TestXid.next())) {
            branch.connection().setReadOnly(true);
            branch.resource().start(branch.xid(), XAResource.TMNOFLAGS);
            branch.execute("INSERT INTO item VALUES (1)");
            branch.connection().setReadOnly(true);
            assertThat(branch.end().prepare()).isEqualTo(XAResource.XA_OK);
            branch.commit();
            assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
        }
    }

    @Test
    void setReadOnly_onTheConnectionOfAStatement_doesNotChangeTheVoteEither() throws Exception {
        try (TestBranch branch = TestBranch.on(datasource, TestXid.next())) {
            branch.connection().createStatement().getConnection().setReadOnly(true);
            branch.resource().start(branch.xid(), XAResource.TMNOFLAGS);
            branch.execute("INSERT INTO item VALUES (1)").end();
            assertThat(branch.prepare()).isEqualTo(XAResource.XA_OK);
            branch.commit();
            assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "ROLLBACK"})
    void prepare_endedBySql_isAProtocolError(String sql) throws Exception {
        for (boolean onePhase : new boolean[] {false, true}) {
            try (TestBranch branch =
                    TestBranch.start(datasource, TestXid.next()).execute(sql).end()) {
                assertCode(XAException.XA_RBPROTO, onePhase ? branch::commitOnePhase : branch::prepare);
            }
        }
    }

    @Test
    void prepare_notificationBesideAWrite_isRefusedAndRolledBack() throws Exception {
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next())
                .execute("INSERT INTO item VALUES (1)")
                .execute("NOTIFY items")
                .end()) {
            assertThat(assertCode(XAException.XA_RBROLLBACK, branch::prepare)).hasMessageStartingWith("DUET-553 ");
            assertThat(CLUSTERS.items(CLUSTERS.primary())).isEmpty();
            assertThat(CLUSTERS.prepared(CLUSTERS.primary())).isEmpty();
        }
    }

    /** It has written nothing, as the server sees it: what it has to say is said with its vote. */
    @Test
    void prepare_notificationAlone_isReadOnly() throws Exception {
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next())
                .execute("NOTIFY items")
                .end()) {
            assertThat(branch.prepare()).isEqualTo(XAResource.XA_RDONLY);
            assertThat(CLUSTERS.prepared(CLUSTERS.primary())).isEmpty();
        }
    }

    @Test
    void prepare_temporaryTable_isRefusedAndRolledBack() throws Exception {
        try (LogCapture log = new LogCapture();
                TestBranch branch = TestBranch.start(datasource, TestXid.next())
                        .execute("CREATE TEMPORARY TABLE t (id int)")
                        .end()) {
            XAException refusal = assertCode(XAException.XA_RBROLLBACK, branch::prepare);
            assertThat(refusal).hasMessageStartingWith("DUET-553 ");
            assertThat(refusal.getCause())
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("0A000"));
            assertThat(log.messages()).contains(refusal.getMessage());
            assertThat(CLUSTERS.prepared(CLUSTERS.primary())).isEmpty();
            branch.resource().start(TestXid.next(), XAResource.TMNOFLAGS);
        }
    }

    @Test
    void prepare_deferredConstraint_isAnIntegrityFailure() throws Exception {
        for (boolean onePhase : new boolean[] {false, true}) {
            try (TestBranch branch = TestBranch.start(datasource, TestXid.next())
                    .execute("INSERT INTO item VALUES (1, 2)")
                    .end()) {
                XAException failure =
                        assertCode(XAException.XA_RBINTEGRITY, onePhase ? branch::commitOnePhase : branch::prepare);
                assertThat(((SQLException) failure.getCause()).getSQLState()).isEqualTo("23503");
                assertThat(CLUSTERS.items(CLUSTERS.primary())).isEmpty();
            }
        }
    }

    @Test
    void check_deferredConstraint_speaksBeforeTheEnd() throws Exception {
        try (TestBranch branch =
                TestBranch.start(datasource, TestXid.next()).execute("INSERT INTO item VALUES (1, 2)")) {
            assertThatThrownBy(branch::check)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23503"));
            assertCode(XAException.XA_RBROLLBACK, branch.end()::prepare);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void check_thenPrepare_votesByAllThatWasWrittenUntilThen(boolean before) throws Exception {
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next())) {
            branch.execute(before ? "INSERT INTO item VALUES (1)" : "SELECT 1");
            assertThat(branch.check()).isEqualTo(before ? "wrote" : "read");
            branch.execute(before ? "SELECT 1" : "INSERT INTO item VALUES (1)");
            assertThat(branch.end().prepare()).isEqualTo(XAResource.XA_OK);
            branch.commit();
            assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
        }
    }

    @Test
    void check_ofTheBranchBefore_saysNothingOfTheNextOne() throws Exception {
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next()).execute("INSERT INTO item VALUES (1)")) {
            branch.check();
            branch.end().commitOnePhase();
            TestXid next = TestXid.next();
            branch.resource().start(next, XAResource.TMNOFLAGS);
            branch.execute("SELECT 1");
            branch.resource().end(next, XAResource.TMSUCCESS);
            assertThat(branch.resource().prepare(next)).isEqualTo(XAResource.XA_RDONLY);
        }
    }

    @Test
    void check_outsideOfABranch_isNone() throws Exception {
        try (TestBranch branch = TestBranch.on(datasource, TestXid.next())) {
            assertThat(branch.check()).isNull();
        }
    }

    @Test
    void prepare_serializationFailure_mayBeTriedAgain() throws Exception {
        CLUSTERS.execute(CLUSTERS.primary(), "INSERT INTO item VALUES (1), (2)");
        try (TestBranch one = TestBranch.serializable(datasource, 11);
                TestBranch two = TestBranch.serializable(datasource, 12)) {
            assertThat(one.prepare()).isEqualTo(XAResource.XA_OK);
            one.commit();
            assertCode(XAException.XA_RBTRANSIENT, two::prepare);
        }
    }

    @Test
    void readRole_onAStandby_neverPrepares() throws Exception {
        CLUSTERS.awaitReplication();
        DuetXADataSource read = new TestServer("node").readOnly(CLUSTERS.standby());
        try (TestBranch branch =
                TestBranch.start(read, TestXid.next()).execute("SELECT 1").end()) {
            assertThat(branch.prepare()).isEqualTo(XAResource.XA_RDONLY);
            assertThat(branch.resource().recover(XAResource.TMSTARTRSCAN)).isEmpty();
        }
        try (TestBranch broken =
                TestBranch.start(read, TestXid.next()).swallow("SELECT 1/0").end()) {
            assertCode(XAException.XA_RBROLLBACK, broken::prepare);
        }
    }

    @Test
    void readRole_onThePrimary_refusesWritesInTheServer() throws Exception {
        DuetXADataSource read = new TestServer("node").readOnly(CLUSTERS.primary());
        read.setOptions("-c statement_timeout=10000");
        try (TestBranch branch = TestBranch.start(read, TestXid.next())) {
            assertThatThrownBy(() -> branch.execute("INSERT INTO item VALUES (1)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25006"));
            branch.end();
            assertCode(XAException.XA_RBROLLBACK, branch::prepare);
            assertThat(read.getOptions()).contains("statement_timeout");
        }
    }

    @Test
    void handle_inABranch_refusesTransactionControl() throws Exception {
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next())) {
            Connection connection = branch.connection();
            Stream.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                            connection::commit,
                            connection::rollback,
                            connection::setSavepoint,
                            () -> connection.setAutoCommit(true))
                    .forEach(call -> assertThatThrownBy(call)
                            .hasMessageStartingWith("DUET-546 ")
                            .isInstanceOfSatisfying(
                                    SQLException.class,
                                    e -> assertThat(e.getSQLState()).isEqualTo("55000")));
            branch.resource().end(branch.xid(), XAResource.TMSUSPEND);
            assertThatThrownBy(connection::commit).hasMessageStartingWith("DUET-546 ");
            branch.rollback();
            connection.setAutoCommit(false);
            connection.commit();
        }
    }

    @Test
    void handle_unwrapped_isTheDrivers() throws Exception {
        try (TestBranch branch = TestBranch.on(datasource, TestXid.next())) {
            assertThat(branch.connection().isWrapperFor(PGConnection.class)).isTrue();
            assertThat(branch.connection().unwrap(PGConnection.class).getBackendPID())
                    .isPositive();
            assertThat(((PGConnection) branch.connection()).getBackendPID()).isEqualTo((int) branch.pid());
            assertThat(branch.connection()).isEqualTo(branch.connection());
        }
    }

    @Test
    void getConnection_localTransactionLeftOpen_isRolledBack() throws Exception {
        try (TestBranch branch = TestBranch.on(datasource, TestXid.next())) {
            branch.connection().setAutoCommit(false);
            branch.execute("INSERT INTO item VALUES (1)");
            assertCode(XAException.XAER_OUTSIDE, () -> branch.resource().start(branch.xid(), XAResource.TMNOFLAGS));
            assertThat(branch.physical().getConnection().getAutoCommit()).isTrue();
            assertThat(CLUSTERS.items(CLUSTERS.primary())).isEmpty();
            branch.resource().start(branch.xid(), XAResource.TMNOFLAGS);
        }
    }

    @Test
    void getXAConnection_wrongPassword_isNotInTheMessages() {
        assertThatThrownBy(() -> datasource.getXAConnection("duet_app", "not-the-secret"))
                .satisfies(failure -> {
                    for (Throwable t = failure; t != null; t = t.getCause()) {
                        assertThat(t.toString()).doesNotContain("not-the-secret", TestClusters.PASSWORD);
                    }
                });
    }
}
