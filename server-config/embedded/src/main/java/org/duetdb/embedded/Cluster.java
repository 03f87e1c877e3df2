package org.duetdb.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * One PostgreSQL cluster: a server on a port of 127.0.0.1, and its data. It can be stopped, or crashed, and started
 * again with its data and on its port. It stops when this JVM dies. Safe for use by several threads.
 */
public final class Cluster {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration LOGIN_LIMIT = Duration.ofSeconds(10);
    private static final int START_ATTEMPTS = 5;

    private final String name;
    private final Installation installation;
    private final Superuser superuser;
    private final DataFolder data;
    private final ServerLog log;
    private final IntSupplier freePorts;
    private volatile LeashedProcess server;
    private volatile int port;

    Cluster(String name, Installation installation, Superuser superuser, IntSupplier freePorts) {
        this.name = name;
        this.installation = installation;
        this.superuser = superuser;
        this.data = new DataFolder(installation.run().resolve(name).resolve("data"));
        this.log = new ServerLog(data.path().resolveSibling("server.log"));
        this.freePorts = freePorts;
    }

    /** Makes the cluster's data; {@code tls} is null for a server without. */
    void initialize(Settings settings, Tls tls) throws IOException {
        data.initialize(installation, superuser);
        data.add(settings);
        if (tls != null) {
            data.add(tls);
        }
    }

    /**
     * Starts the server and returns when it accepts connections. The first start finds a free port, and later ones keep
     * it. Has no effect while the server runs.
     *
     * @throws ClusterException if it does not accept connections within a minute; the message ends with its log
     */
    public synchronized void start() {
        for (int attempt = 1; !isRunning(); attempt++) {
            startOn(port == 0 ? freePorts.getAsInt() : port, port == 0 && attempt < START_ATTEMPTS);
        }
    }

    /** Starts the server. Where the port may be taken by somebody else, and is, it is not running afterwards. */
    private void startOn(int candidate, boolean mayBeTaken) {
        int logged = log.text().length();
        installation.account().own(data.path().getParent());
        List<String> arguments = List.of("-D", data.path().toString(), "-p", Integer.toString(candidate));
        server = installation.leash("postgres", arguments).output(log.file()).start();
        if (new Readiness(server, superuser, candidate, data).within(START_LIMIT)) {
            port = candidate;
            return;
        }
        String state = server.isAlive() ? "is not ready after " + START_LIMIT.toSeconds() + " s" : "ended at once";
        server.stop();
        if (!mayBeTaken || !log.text().substring(logged).contains("could not bind")) {
            throw new ClusterException(
                    "The server of " + name + ' ' + state + " [port=" + candidate + "]; its log ends:\n" + log.end());
        }
    }

    /**
     * Ends all sessions, writes a checkpoint, and returns when the server is gone; kills it after 20 seconds. Has no
     * effect on one that is gone.
     */
    public synchronized void stop() {
        if (server != null) {
            server.stop();
        }
    }

    /**
     * Ends the server without any order (an "immediate shutdown"), so that the next start has to recover, and returns
     * when it is gone. What was committed is kept.
     */
    public synchronized void crash() {
        if (server != null) {
            server.stop("QUIT");
        }
    }

    /** Whether the server's process is there, not whether it answers. */
    public boolean isRunning() {
        LeashedProcess current = server;
        return current != null && current.isAlive();
    }

    /**
     * The process id of the server's main process, after it ended that of its last one.
     *
     * @throws IllegalStateException before the first start
     */
    public long pid() {
        port();
        return server.pid();
    }

    /**
     * The port on 127.0.0.1.
     *
     * @throws IllegalStateException before the first start
     */
    public int port() {
        if (port == 0) {
            throw new IllegalStateException("The cluster " + name + " has no server yet: start it first.");
        }
        return port;
    }

    /** The JDBC URL of one of the cluster's databases, without user and password. */
    public String jdbcUrl(String database) {
        return Superuser.jdbcUrl(port(), database);
    }

    /** A new connection to one of the cluster's databases, as superuser. The caller closes it. */
    public Connection connect(String database) throws SQLException {
        return superuser.connect(port(), database, LOGIN_LIMIT);
    }

    /** Executes one statement, or several, in one of the cluster's databases, as superuser. */
    public void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what a query answers to the superuser, as text. */
    List<String> ask(String query) throws SQLException {
        return superuser.ask(port(), query, LOGIN_LIMIT);
    }

    /** Whether the cluster replays another one right now, and refuses writes: asks the server. */
    public boolean isStandby() throws SQLException {
        return ask("SELECT pg_is_in_recovery()").contains("t");
    }

    /**
     * Makes a standby the primary, and returns when it takes writes.
     *
     * @throws ClusterException if it does not within half a minute
     */
    public void promote() throws SQLException {
        if (!ask("SELECT pg_promote(true, 30)").contains("t")) {
            throw new ClusterException("The standby " + name + " is not promoted; its log ends:\n" + log.end());
        }
    }

    /** All that the server has logged so far, over all its starts. */
    public String log() {
        return log.text();
    }

    DataFolder data() {
        return data;
    }

    ServerLog serverLog() {
        return log;
    }

    /** The name of the cluster, for messages. */
    @Override
    public String toString() {
        return name;
    }
}
