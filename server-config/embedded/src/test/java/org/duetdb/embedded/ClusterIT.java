package org.duetdb.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ClusterIT {

    private static final Superuser SUPERUSER = new Superuser("secret");

    private static RunFolder run;
    private static Installation installation;

    @BeforeAll
    static void unpack() {
        run = RunFolder.create();
        installation = new Installation(run, ServerAccount.available());
        installation.unpack();
    }

    @AfterAll
    static void remove() {
        run.close();
    }

    @Test
    void start_portTakenByAnotherCluster_takesTheNext() throws Exception {
        Cluster other = cluster("other", FreePort.pick());
        other.start();
        int free = FreePort.pick();
        Cluster cluster = cluster("second", other.port(), free);

        cluster.start();

        assertThat(cluster.port()).isEqualTo(free);
        assertThat(cluster.log()).contains("could not bind");
        assertThat(cluster.ask("SHOW data_directory"))
                .containsExactly(cluster.data().path().toString());
        cluster.stop();
        other.stop();
    }

    @Test
    void start_portTakenWhileItWasDown_failsWithTheLog() throws Exception {
        Cluster cluster = cluster("down", FreePort.pick());
        cluster.start();
        cluster.stop();
        try (ServerSocket socket = new ServerSocket(cluster.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(socket.isBound()).isTrue();
            assertThatThrownBy(cluster::start)
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("The server of down ended at once [port=" + cluster.port() + "]")
                    .hasMessageContaining("could not bind");
        }
        cluster.start();
        assertThat(cluster.isRunning()).isTrue();
        cluster.stop();
    }

    @Test
    void start_runningServer_hasNoEffect() throws Exception {
        Cluster cluster = cluster("running", FreePort.pick());
        cluster.start();
        long pid = cluster.pid();
        cluster.start();
        assertThat(cluster.pid()).isEqualTo(pid);
        cluster.stop();
        cluster.stop();
    }

    @Test
    void port_beforeTheFirstStart_saysWhatToDo() {
        Cluster cluster = new Cluster("unborn", installation, SUPERUSER, FreePort::pick);
        assertThatThrownBy(cluster::port)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The cluster unborn has no server yet: start it first.");
        cluster.stop();
        cluster.crash();
    }

    @Test
    void heldCommits_haveHappenedAndAreNotAnswered() throws Exception {
        Cluster cluster = cluster("held", FreePort.pick());
        cluster.start();
        try (HeldCommits held = HeldCommits.of(cluster)) {
            CompletableFuture<Void> commit = CompletableFuture.runAsync(() -> create(cluster, "kept"));
            held.await();
            held.terminate();
            assertThatThrownBy(commit::get).isInstanceOf(ExecutionException.class);
        }
        assertThat(cluster.ask("SELECT to_regclass('kept')")).containsExactly("kept");
        create(cluster, "answered");
        cluster.stop();
    }

    private static void create(Cluster cluster, String table) {
        try (Connection connection = cluster.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table + " ()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cluster cluster(String name, Integer... ports) throws Exception {
        Iterator<Integer> free = Arrays.asList(ports).iterator();
        Cluster cluster = new Cluster(name, installation, SUPERUSER, free::next);
        cluster.initialize(Settings.BASE, null);
        return cluster;
    }
}
