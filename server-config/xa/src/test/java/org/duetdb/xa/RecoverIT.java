package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a node finds in a database, and what it leaves alone. */
class RecoverIT {

    @RegisterExtension
    static final TestClusters CLUSTERS = new TestClusters();

    private static List<BranchId> recovered(DuetXADataSource datasource) throws Exception {
        try (TestBranch any = TestBranch.on(datasource, TestXid.next())) {
            Xid[] xids = any.resource().recover(XAResource.TMSTARTRSCAN);
            assertThat(any.resource().recover(XAResource.TMNOFLAGS)).isEmpty();
            assertThat(any.resource().recover(XAResource.TMENDRSCAN)).isEmpty();
            return Arrays.stream(xids).map(BranchId::of).toList();
        }
    }

    private static void leavePrepared(String node, Xid xid, int item) throws Exception {
        TestBranch.prepared(new TestServer(node).datasource(CLUSTERS.primary()), xid, item)
                .close();
    }

    @Test
    void recover_twoNodesAndOthers_eachFindsItsOwn() throws Exception {
        TestXid one = TestXid.next();
        TestXid two = TestXid.next();
        leavePrepared("one", one, 1);
        leavePrepared("two", two, 2);
        CLUSTERS.execute(
                CLUSTERS.primary(), "BEGIN; INSERT INTO item VALUES (3); PREPARE TRANSACTION '4711_AAAA_AAAA'");
        CLUSTERS.execute(CLUSTERS.primary(), "BEGIN; INSERT INTO item VALUES (4); PREPARE TRANSACTION 'duet:one:x'");
        assertThat(recovered(new TestServer("one").datasource(CLUSTERS.primary())))
                .containsExactly(BranchId.of(one));
        assertThat(recovered(new TestServer("two").datasource(CLUSTERS.primary())))
                .containsExactly(BranchId.of(two));
        assertThat(recovered(new TestServer("on").datasource(CLUSTERS.primary())))
                .isEmpty();
        assertThat(recovered(new TestServer("one").readOnly(CLUSTERS.primary())))
                .isEmpty();
    }

    @Test
    void recover_longestIdentifiers_areCommittedAfterARestart() throws Exception {
        byte[] full = new byte[Xid.MAXGTRIDSIZE];
        Arrays.fill(full, (byte) 0xFF);
        TestXid longest = new TestXid(Integer.MIN_VALUE, full, full);
        String node = "n".repeat(15);
        leavePrepared(node, longest, 1);
        DuetXADataSource restarted = new TestServer(node).datasource(CLUSTERS.primary());
        List<BranchId> found = recovered(restarted);
        assertThat(found).containsExactly(BranchId.of(longest));
        try (TestBranch branch = TestBranch.on(restarted, found.get(0))) {
            branch.commit();
        }
        assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
    }

    @Test
    void recover_inTheMidstOfABranch_doesNotDisturbIt() throws Exception {
        TestXid left = TestXid.next();
        leavePrepared("one", left, 1);
        DuetXADataSource restarted = new TestServer("one").datasource(CLUSTERS.primary());
        try (TestBranch branch = TestBranch.start(restarted, TestXid.next()).swallow("SELECT 1/0")) {
            assertThat(branch.resource().recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN))
                    .hasSize(1);
        }
    }
}
