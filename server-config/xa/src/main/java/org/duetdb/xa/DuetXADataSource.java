package org.duetdb.xa;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.XAConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.xa.PGXADataSource;

/**
 * PostgreSQL as an XA resource that keeps its word. An application server makes it by this name, sets its properties,
 * and asks it for the connections of one pool. It has all properties of the driver's {@link PGXADataSource}, and those
 * below.
 *
 * <p>Beyond what the driver does, it
 *
 * <ul>
 *   <li>reports a branch in which a statement failed as rolled back, where the driver reports success;
 *   <li>commits a branch that wrote nothing in phase one, without {@code PREPARE}, and votes {@code XA_RDONLY};
 *   <li>accepts {@code TMSUSPEND} and {@code TMRESUME};
 *   <li>carries phase two out on another connection when its own is lost, waits ten seconds for a database that is away
 *       just then, and after that has the transaction manager try again;
 *   <li>lists only branches of its own node for recovery, and does not roll back in recovery what has been committed in
 *       another database;
 *   <li>ignores {@code setReadOnly}, which would make the driver lose branches.
 * </ul>
 *
 * <p>The properties are set before the first connection is asked for. After that it is safe for use by several threads.
 */
public class DuetXADataSource extends PGXADataSource {

    private final Nodes nodes;
    private final Patience patience;
    private String alias;
    private Role role = Role.WRITE;
    private String node = "default";
    private Set<String> siblings = Set.of();
    private int maxLifetime;
    private int validationPeriod;
    private int leakTimeout;
    private boolean replica;
    private int maxLagMillis;
    private long maxLagBytes;
    private Replicas replicas;
    private Pool pool;
    private volatile Credentials credentials;

    private record Credentials(String user, String password) {

        /** Never the password. */
        @Override
        public String toString() {
            return user;
        }
    }

    /** For application servers: they make it, and then call setters. */
    public DuetXADataSource() {
        this(Nodes.OF_THIS_PROCESS, Patience.USUAL);
    }

    DuetXADataSource(Nodes nodes, Patience patience) {
        this.nodes = nodes;
        this.patience = patience;
    }

    /**
     * A new physical connection for the user of the properties.
     *
     * @throws SQLException if it cannot be made
     */
    @Override
    public XAConnection getXAConnection() throws SQLException {
        return getXAConnection(getUser(), getPassword());
    }

    /**
     * A new physical connection. Recovery uses the user and the password of the last call.
     *
     * @throws SQLException if it cannot be made
     */
    @Override
    public XAConnection getXAConnection(String user, String password) throws SQLException {
        return getBranchConnection(user, password);
    }

    BranchConnection getBranchConnection(String user, String password) throws SQLException {
        credentials = new Credentials(user, password);
        Pool shared = pool(); // before connecting: recovery has to know of a database that is away
        if (replicas == null) {
            return new BranchConnection(connect(user, password), shared, Placement.ONLY);
        }
        Replicas.Connected connected = replicas.connect(user, password);
        return new BranchConnection(connected.physical(), shared, connected.placement());
    }

    private BaseConnection connect(String user, String password) throws SQLException {
        return super.getConnection(user, password).unwrap(BaseConnection.class);
    }

    private Backend connectBeside() throws SQLException {
        Credentials last = credentials;
        return new Backend(connect(last.user(), last.password()));
    }

    private synchronized Pool pool() {
        if (pool == null) {
            pool = makePool();
        }
        return pool;
    }

    private Pool makePool() {
        if (role == Role.READ) {
            setOptions(ReadOnlyOption.in(getOptions()));
        }
        if (replica && role == Role.READ) {
            replicas = Replicas.of(this, new Lag.Limit(maxLagMillis, maxLagBytes), origin());
        }
        Origin origin = origin();
        NodeName nodeName = NodeName.of(node);
        Gids gids = new Gids(nodeName);
        Node own = nodes.named(nodeName);
        Records records = new Records(this::connectBeside, origin, nodeName);
        RecordPurge purge = new RecordPurge(records, own.decisions(), origin);
        Site site = new Site(this::connectBeside, records, purge, gids);
        if (role == Role.WRITE) {
            own.join(origin.alias(), site);
        }
        return new Pool(
                origin,
                gids,
                site,
                own,
                nodes.leaks(),
                siblings,
                Duration.ofSeconds(maxLifetime),
                Duration.ofMillis(validationPeriod),
                patience,
                leakTimeout);
    }

    private Origin origin() {
        return new Origin(alias == null ? address() : alias, role);
    }

    private String address() {
        return String.join(",", getServerNames()) + Arrays.toString(getPortNumbers()) + '/' + getDatabaseName();
    }

    /** The alias of the database, for messages and among {@link #getSiblings() siblings}; null if it has none. */
    public String getAlias() {
        return alias;
    }

    /** Sets the alias of the database. Without it messages have the address. */
    public void setAlias(String alias) {
        this.alias = alias;
    }

    /** {@code write}, or {@code read}. */
    public String getRole() {
        return role.word();
    }

    /**
     * Sets what the connections are for. Those of the role {@code read} begin every transaction read-only, are never
     * prepared, and have no part in recovery. The default is {@code write}.
     *
     * @throws IllegalArgumentException if it is neither {@code write} nor {@code read}
     */
    public void setRole(String role) {
        this.role = Role.of(role);
    }

    /** The name of the application server among those that use the same databases. */
    public String getNode() {
        return node;
    }

    /**
     * Sets the name of the application server. It must be another one for each server that uses one of the databases,
     * and must stay: it stands in the names of prepared branches, and a server recovers those with its own name only.
     * The default is {@code default}.
     */
    public void setNode(String node) {
        this.node = node;
    }

    /** The aliases that transactions of this server write to, separated by commas; empty if they are not known. */
    public String getSiblings() {
        return String.join(",", siblings);
    }

    /**
     * Sets the aliases of all databases that transactions of this server write to, separated by commas. Recovery rolls
     * no branch back before it has asked all of them. Without this it asks those that a pool has been made for.
     */
    public void setSiblings(String aliases) {
        siblings = Arrays.stream(aliases.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How old a connection may become, in seconds; 0 if that does not matter. */
    public int getMaxLifetime() {
        return maxLifetime;
    }

    /**
     * Sets how old a connection may become, in seconds. One that is older, or nearly so, says of itself that it is not
     * valid when the pool validates it, by {@link java.sql.Connection#isValid}, before lending it. The pool then makes
     * another one, and no transaction notices. 0, the default, is no limit.
     */
    public void setMaxLifetime(int seconds) {
        this.maxLifetime = seconds;
    }

    /** For how long a connection counts as valid after its server has answered, in milliseconds; 0 if not at all. */
    public int getValidationPeriod() {
        return validationPeriod;
    }

    /**
     * Sets for how long a connection counts as valid after it was made or found valid, in milliseconds: until then
     * {@link java.sql.Connection#isValid} outside of a branch answers without a round trip, unless the connection is
     * known to be lost. For pools that validate each time they lend. 0, the default, asks each time.
     */
    public void setValidationPeriod(int millis) {
        this.validationPeriod = millis;
    }

    /** How long a transaction may hold a connection before that is logged, in seconds; 0 if it never is. */
    public int getLeakTimeout() {
        return leakTimeout;
    }

    /**
     * Sets how long a transaction may hold a connection, in seconds. If one does longer, a warning has the stack of who
     * took it. Nothing is taken away. 0, the default, reports nothing.
     */
    public void setLeakTimeout(int seconds) {
        this.leakTimeout = seconds;
    }

    /** Whether the servers are standbys, each of which may be away. */
    public boolean isReplica() {
        return replica;
    }

    /**
     * Sets whether the servers are standbys. Then each new connection goes to the one with the fewest of them, one that
     * cannot be reached is left alone for a few seconds, and connections move to one that has come back, when the pool
     * validates them by {@link java.sql.Connection#isValid}. A server that has become the primary is used if no standby
     * can be. The default is false: the driver chooses.
     */
    public void setReplica(boolean replica) {
        this.replica = replica;
    }

    /** How old what a replica has replayed may be, in milliseconds; 0 if that does not matter. */
    public int getMaxLagMillis() {
        return maxLagMillis;
    }

    /**
     * Sets how old what a {@linkplain #setReplica(boolean) replica} has replayed may be, in milliseconds. One that is
     * further behind gets no connection until it has caught up, and those that it has say that they are not valid. 0,
     * the default, is no limit.
     */
    public void setMaxLagMillis(int millis) {
        this.maxLagMillis = millis;
    }

    /** How much of the log a replica may have to replay, in bytes; 0 if that does not matter. */
    public long getMaxLagBytes() {
        return maxLagBytes;
    }

    /**
     * Sets how much of the log a {@linkplain #setReplica(boolean) replica} may have received and not replayed, in
     * bytes, as {@link #setMaxLagMillis(int)} does for time. 0, the default, is no limit.
     */
    public void setMaxLagBytes(long bytes) {
        this.maxLagBytes = bytes;
    }

    @Override
    public String getDescription() {
        return "Duet over " + super.getDescription();
    }
}
