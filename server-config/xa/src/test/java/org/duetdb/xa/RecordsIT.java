package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;

import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.duetdb.embedded.Cluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The table of records: who makes it, what is in it, and what happens without it. */
class RecordsIT {

    @RegisterExtension
    static final TestClusters CLUSTERS = new TestClusters();

    private final Cluster primary = CLUSTERS.primary();
    private final DuetXADataSource datasource = new TestServer("node").datasource(primary);

    @AfterEach
    void giveRightsBack() throws Exception {
        CLUSTERS.execute(primary, "GRANT CREATE ON DATABASE app TO duet_app");
    }

    private static String count(Cluster cluster) throws Exception {
        return CLUSTERS.ask(cluster, "SELECT count(*) FROM duet.xa_record").get(0);
    }

    private static boolean tableExists(Cluster cluster) throws Exception {
        return CLUSTERS.ask(cluster, "SELECT to_regclass('duet.xa_record') IS NOT NULL")
                .contains("t");
    }

    @Test
    void record_isSeenExactlyWhenTheBranchHasCommitted() throws Exception {
        try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), 1)) {
            assertThat(count(primary)).isEqualTo("0");
            branch.commit();
            assertThat(count(primary)).isEqualTo("1");
            CLUSTERS.awaitReplication();
            assertThat(count(CLUSTERS.standby())).isEqualTo("1");
        }
        try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), 2)) {
            branch.rollback();
            assertThat(count(primary)).isEqualTo("1");
        }
    }

    @Test
    void record_branchesThatAreNotPrepared_leaveNoneAndMakeNoTable() throws Exception {
        try (TestBranch branch = TestBranch.written(datasource, TestXid.next(), 1)) {
            branch.commitOnePhase();
            branch.resource().start(branch.xid(), XAResource.TMNOFLAGS);
            branch.execute("SELECT 1").end().prepare();
        }
        assertThat(tableExists(primary)).isFalse();
    }

    @Test
    void record_applicationHasChangedTheSearchPath_isWrittenAllTheSame() throws Exception {
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next())
                .execute("INSERT INTO item VALUES (1)")
                .execute("SET search_path TO nowhere")
                .end()) {
            branch.prepare();
            branch.commit();
        }
        assertThat(count(primary)).isEqualTo("1");
    }

    @Test
    void table_cannotBeMade_isSaidOnceAndBranchesCommitWithoutIt() throws Exception {
        CLUSTERS.execute(primary, "REVOKE CREATE ON DATABASE app FROM duet_app");
        try (LogCapture log = new LogCapture()) {
            for (int item = 1; item <= 2; item++) {
                try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), item)) {
                    branch.commit();
                }
            }
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .startsWith("DUET-547 ")
                    .contains("[alias=primary, role=write]", RecordTable.DEFINITION)
                    .doesNotContain(TestClusters.PASSWORD);
        }
        assertThat(CLUSTERS.items(primary)).containsExactly("1", "2");
        assertThat(tableExists(primary)).isFalse();
    }

    @Test
    void table_madeByAnAdministrator_isUsed() throws Exception {
        CLUSTERS.execute(primary, RecordTable.DEFINITION);
        CLUSTERS.execute(
                primary,
                "GRANT USAGE ON SCHEMA duet TO duet_app; GRANT SELECT, INSERT, DELETE ON duet.xa_record TO duet_app");
        try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), 1)) {
            branch.commit();
        }
        assertThat(count(primary)).isEqualTo("1");
    }

    @Test
    void table_wasDropped_costsOneTransactionAndIsMadeAgain() throws Exception {
        try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), 1)) {
            branch.commit();
        }
        CLUSTERS.execute(primary, "DROP TABLE duet.xa_record");
        try (TestBranch branch = TestBranch.written(datasource, TestXid.next(), 2)) {
            XaCode.assertCode(javax.transaction.xa.XAException.XA_RBROLLBACK, branch::prepare);
        }
        try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), 3)) {
            branch.commit();
        }
        assertThat(CLUSTERS.items(primary)).containsExactly("1", "3");
        assertThat(count(primary)).isEqualTo("1");
    }

    @Test
    void records_olderThanDays_areDeletedAndYoungerOnesStay() throws Exception {
        try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), 1)) {
            branch.commit();
        }
        CLUSTERS.execute(primary, "UPDATE duet.xa_record SET written = now() - interval '2 days'");
        CLUSTERS.execute(
                primary,
                "INSERT INTO duet.xa_record SELECT gen_random_uuid(), now() - interval '4 days' FROM generate_series(1, 7)");
        DuetXADataSource restarted = new TestServer("node").datasource(primary);
        try (TestBranch branch = TestBranch.prepared(restarted, TestXid.next(), 2)) {
            branch.commit();
        }
        assertThat(count(primary)).isEqualTo("2");
    }

    /** The record of a transaction that is in doubt elsewhere is what its other branch is resolved by. */
    @Test
    void records_ofTransactionsThatHaveEnded_areDeletedAndThoseOfOthersStay() throws Exception {
        TestServer server = new TestServer("node");
        TestXid inDoubt = TestXid.next();
        TestBranch.prepared(server.datasource(CLUSTERS.analytics()), inDoubt.sibling(2), 1)
                .close();
        DuetXADataSource here = server.datasource(primary);
        try (TestBranch branch = TestBranch.prepared(here, inDoubt, 1)) {
            branch.commit();
            for (int item = 2; item <= 1001; item++) {
                commit(branch, TestXid.next(), item);
            }
        }
        assertThat(count(primary)).isEqualTo("2"); // this one, and that of the last transaction
        assertThat(CLUSTERS.items(primary)).hasSize(1001);
        TestServer restarted = new TestServer("node");
        restarted.datasource(primary).getXAConnection().close();
        try (TestBranch recovered = TestBranch.on(restarted.datasource(CLUSTERS.analytics()), inDoubt.sibling(2))) {
            recovered.rollback(); // which the record forbids
        }
        assertThat(CLUSTERS.items(CLUSTERS.analytics())).containsExactly("1");
    }

    private static void commit(TestBranch connection, Xid xid, int item) throws Exception {
        connection.resource().start(xid, XAResource.TMNOFLAGS);
        connection.execute("INSERT INTO item VALUES (" + item + ")");
        connection.resource().end(xid, XAResource.TMSUCCESS);
        connection.resource().prepare(xid);
        connection.resource().commit(xid, false);
    }
}
