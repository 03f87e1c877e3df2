package org.duetdb.datasource;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.ServerError;
import org.duetdb.UnavailableException;
import org.duetdb.catalog.Binding;

/** The container's datasource of one binding, looked up when it is first needed. For use by any thread. */
public final class ContainerDataSource {

    private static final int MOST_ASKED = 3;

    private final Binding binding;
    private final Kept<DataSource> found;
    private final ContainerDataSource primary;
    private final boolean replica;
    private volatile boolean closed;

    /** Creates one of the write role, or of a read role that has none beside it; nothing is looked up yet. */
    public ContainerDataSource(Binding binding, Supplier<Optional<DataSource>> lookup) {
        this(binding, lookup, null);
    }

    /** Creates one of the read role, beside the write role of the same alias. */
    public ContainerDataSource(Binding binding, Supplier<Optional<DataSource>> lookup, ContainerDataSource primary) {
        this.binding = binding;
        this.found = new Kept<>(lookup);
        this.primary = primary;
        this.replica = primary != null && binding.isReplicaOf(primary.binding());
    }

    /** Returns the binding. */
    public Binding binding() {
        return binding;
    }

    /** Returns the one of the write role, which sees what was written at once; null if there is none beside it. */
    public ContainerDataSource primary() {
        return primary;
    }

    /** Returns whether it is on other servers than the write role, so that it may be away while that is not. */
    public boolean isReplica() {
        return replica;
    }

    /**
     * Returns the datasource itself.
     *
     * @throws UnavailableException if the container has none under the configured name
     */
    public DataSource dataSource() {
        return found.get().orElseThrow(this::missing);
    }

    /**
     * Lends a connection of the pool, enlisted by the container if it is to be.
     *
     * @param origin who asks, for messages
     * @throws UnavailableException if there is none to have; the message names the key to look at
     */
    public Connection connection(Origin origin) {
        if (closed) {
            throw new UnavailableException(
                    "DUET-110",
                    "the database has been closed",
                    "start the application again",
                    origin,
                    ServerError.NONE,
                    null);
        }
        return lend(dataSource(), origin);
    }

    /** Asks again where the pool stumbled: one drops a broken connection just as it lends it to the next thread. */
    private Connection lend(DataSource pool, Origin origin) {
        for (int asked = 1; ; asked++) {
            long began = System.nanoTime();
            try {
                return pool.getConnection();
            } catch (SQLException failure) {
                Duration waited = Duration.ofNanos(System.nanoTime() - began);
                ConnectionFailure refusal = new ConnectionFailure(binding, origin, failure, waited);
                if (asked == MOST_ASKED || !refusal.isOfThePoolItself()) {
                    throw refusal.explain();
                }
            }
        }
    }

    /** Lends no connection from now on. Those that are lent stay with who has them. */
    public void close() {
        closed = true;
    }

    /** Returns whether it lends no connection any more. */
    public boolean isClosed() {
        return closed;
    }

    private UnavailableException missing() {
        String name = binding.settings().jndiName();
        return new UnavailableException(
                "DUET-101",
                "the server has no datasource " + name,
                "create its pool from the configuration, or set " + key("jndi-name"),
                binding.origin(),
                ServerError.NONE,
                null);
    }

    private String key(String name) {
        return "database." + binding.alias() + (binding.role() == Role.READ ? ".read." : ".") + name;
    }
}
