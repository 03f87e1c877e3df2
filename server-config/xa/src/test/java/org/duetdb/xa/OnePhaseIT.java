package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duetdb.xa.XaCode.assertCode;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A commit in one phase that the database refuses: nothing to ask for again, and nothing left on the connection. */
class OnePhaseIT {

    @RegisterExtension
    static final TestClusters CLUSTERS = new TestClusters();

    private DuetXADataSource datasource;

    @BeforeEach
    void make() {
        datasource = new TestServer("node").datasource(CLUSTERS.primary());
    }

    private static String clean(TestBranch branch) throws SQLException {
        return branch.connection().getClientInfo("DuetIsClean");
    }

    @Test
    void commit_serializationFailure_isFinalAndLeavesTheConnectionClean() throws Exception {
        try (TestBranch one = TestBranch.serializable(datasource, 1);
                TestBranch two = TestBranch.serializable(datasource, 2)) {
            one.commitOnePhase();
            XAException refusal = assertCode(XAException.XA_RBROLLBACK, two::commitOnePhase);
            assertThat(((SQLException) refusal.getCause()).getSQLState()).isEqualTo("40001");
            assertThat(clean(two)).isEqualTo("true");
            Xid next = TestXid.next();
            two.resource().start(next, XAResource.TMNOFLAGS);
            two.execute("INSERT INTO item VALUES (3)");
            two.resource().end(next, XAResource.TMSUCCESS);
            two.resource().commit(next, true);
            assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactlyInAnyOrder("1", "3");
        }
    }

    @Test
    void isClean_inABranch_isNot() throws Exception {
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next())) {
            assertThat(clean(branch)).isEqualTo("false");
            branch.end();
            assertThat(clean(branch)).isEqualTo("false");
            branch.rollback();
            assertThat(clean(branch)).isEqualTo("true");
        }
    }

    @Test
    void isClean_prepared_is() throws Exception {
        try (TestBranch branch = TestBranch.prepared(datasource, TestXid.next(), 1)) {
            assertThat(clean(branch)).isEqualTo("true");
            branch.rollback();
        }
    }

    @Test
    void isClean_inATransactionOfItsOwn_isNot() throws Exception {
        try (TestBranch none = TestBranch.on(datasource, TestXid.next())) {
            none.connection().setAutoCommit(false);
            none.execute("INSERT INTO item VALUES (1)");
            assertThat(clean(none)).isEqualTo("false");
            none.connection().rollback();
            assertThat(clean(none)).isEqualTo("true");
        }
    }

    @Test
    void isClean_lostInTheCommit_isNot() throws Exception {
        try (TestBranch branch = TestBranch.written(datasource, TestXid.next(), 1)) {
            CLUSTERS.terminate(branch);
            assertCode(XAException.XAER_RMFAIL, branch::commitOnePhase);
            assertThat(clean(branch)).isEqualTo("false");
        }
    }
}
