package org.duetdb.xa;

import org.duetdb.embedded.Cluster;

/** One process of an application server: what it remembers is gone with it. */
final class TestServer {

    private final Nodes nodes = new Nodes();
    private final String node;
    private final Patience patience;

    TestServer(String node) {
        this(node, Patience.USUAL);
    }

    TestServer(String node, Patience patience) {
        this.node = node;
        this.patience = patience;
    }

    /**
     * A server that prepared a branch in each of two databases, committed the second if it got that far, and is gone.
     */
    static void crash(Cluster one, Cluster two, TestXid xid, boolean committed) throws Exception {
        TestServer server = new TestServer("node");
        TestBranch.prepared(server.datasource(one), xid, 1).close();
        try (TestBranch second = TestBranch.prepared(server.datasource(two), xid.sibling(2), 2)) {
            if (committed) {
                second.commit();
            }
        }
    }

    /** A datasource of the write role, under the cluster's name as its alias. */
    DuetXADataSource datasource(Cluster cluster) {
        DuetXADataSource datasource = new DuetXADataSource(nodes, patience);
        datasource.setServerNames(new String[] {"127.0.0.1"});
        datasource.setPortNumbers(new int[] {cluster.port()});
        datasource.setDatabaseName(TestClusters.databaseOf(cluster));
        datasource.setUser("duet_app");
        datasource.setPassword(TestClusters.PASSWORD);
        datasource.setAlias(cluster.toString());
        datasource.setNode(node);
        return datasource;
    }

    DuetXADataSource readOnly(Cluster cluster) {
        DuetXADataSource datasource = datasource(cluster);
        datasource.setRole("read");
        return datasource;
    }
}
