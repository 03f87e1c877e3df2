package org.duetdb.crash.bank;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.embedded.Cluster;
import org.duetdb.embedded.EmbeddedDatabases;

/**
 * Two clusters with the same number of accounts each, and a relay before each of them. It ends with this JVM, however
 * that ends. Safe for use by several threads.
 */
public final class Bank implements AutoCloseable {

    /** How many accounts there are in each database: their numbers begin at 0. */
    public static final int ACCOUNTS = 4;

    /** What is in an account at first. */
    public static final BigDecimal FUNDS = new BigDecimal("10000.00");

    /** How many connections a pool may have. */
    public static final int POOL = 8;

    private static final String SESSIONS = "SELECT pid::text FROM pg_stat_activity WHERE usename = 'duet_app'";

    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE account (id int PRIMARY KEY, balance numeric(12, 2) NOT NULL CHECK (balance >= 0))",
            "CREATE TABLE ledger (transfer bigint PRIMARY KEY, account int NOT NULL, amount numeric(12, 2) NOT NULL)",
            "GRANT ALL ON account, ledger TO duet_app");

    private static final List<String> FILL = List.of(
            // a server that has left a transaction open is no use any more
            "SET lock_timeout = '30s'",
            "TRUNCATE account, ledger",
            "INSERT INTO account SELECT id, " + FUNDS + " FROM generate_series(0, " + (ACCOUNTS - 1) + ") AS id");

    private final EmbeddedDatabases databases;
    private final Map<Side, Relay> relays = new EnumMap<>(Side.class);

    private Bank(EmbeddedDatabases databases) {
        this.databases = databases;
    }

    /** Starts the clusters. */
    public static Bank open() throws IOException, SQLException {
        Bank bank = new Bank(EmbeddedDatabases.start());
        try {
            bank.databases.standby().stop();
            for (Side side : Side.values()) {
                bank.relays.put(side, Relay.to(bank.cluster(side).port()));
                bank.execute(side, SCHEMA);
            }
            bank.reset();
            return bank;
        } catch (IOException | SQLException | RuntimeException failure) {
            bank.close();
            throw failure;
        }
    }

    /** What the application is told. It contains passwords. */
    public Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>(Map.of("duet.node", "crash"));
        for (Side side : Side.values()) {
            String prefix = side.key().replace("url", "");
            String direct = ":" + cluster(side).port() + "/";
            String relayed = ":" + relay(side).port() + "/";
            configuration.put(
                    side.key(), databases.configuration().get(side.key()).replace(direct, relayed));
            configuration.put(prefix + "max-size", Integer.toString(POOL));
            configuration.put(prefix + "connect-timeout", "PT5S");
            // a branch that is in doubt keeps its locks
            configuration.put(prefix + "statement-timeout", "PT5S");
        }
        return configuration;
    }

    /** The cluster of one side. */
    public Cluster cluster(Side side) {
        return side == Side.APP ? databases.primary() : databases.analytics();
    }

    /** The relay that the application's connections to one side go through. */
    public Relay relay(Side side) {
        return relays.get(side);
    }

    /** Everything is there again: the clusters run, and can be reached. */
    public void restore() {
        for (Side side : Side.values()) {
            cluster(side).start();
            relay(side).open();
        }
    }

    /**
     * Fills the accounts, forgets all transfers, and rolls back what is prepared.
     *
     * @throws SQLException also if somebody has a transaction open, and does not end it within 30 seconds
     */
    public void reset() throws SQLException {
        for (Side side : Side.values()) {
            execute(
                    side,
                    prepared(side).stream()
                            .map(gid -> "ROLLBACK PREPARED '" + gid + "'")
                            .toList());
            execute(side, FILL);
        }
    }

    /** What stands in one side. */
    public Books books(Side side) throws SQLException {
        try (Connection connection = connect(side)) {
            return Books.read(connection);
        }
    }

    /** How many branches are prepared now, in both. */
    public int prepared() throws SQLException {
        return databases.preparedTransactions().size();
    }

    private List<String> prepared(Side side) throws SQLException {
        return texts(side, "SELECT gid FROM pg_prepared_xacts WHERE database = current_database()");
    }

    /** Ends all sessions of the application on one side, as an administrator does. */
    public void terminate(Side side) throws SQLException {
        texts(side, "SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE usename = 'duet_app'");
    }

    /** How many sessions the application has on one side. */
    public int sessions(Side side) throws SQLException {
        return texts(side, SESSIONS).size();
    }

    /** How many sessions of the application are in the middle of a transaction, in both. */
    public int openTransactions() throws SQLException {
        int open = 0;
        for (Side side : Side.values()) {
            open += texts(side, SESSIONS + " AND xact_start IS NOT NULL").size();
        }
        return open;
    }

    private Connection connect(Side side) throws SQLException {
        return cluster(side).connect(side.database());
    }

    private void execute(Side side, List<String> commands) throws SQLException {
        try (Connection connection = connect(side);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private List<String> texts(Side side, String query) throws SQLException {
        try (Connection connection = connect(side);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void close() {
        relays.values().forEach(Relay::close);
        databases.close();
    }
}
