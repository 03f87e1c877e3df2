package org.duetdb.transaction;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duetdb.DuetException;
import org.duetdb.Role;
import org.duetdb.config.Consistency;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.config.Secret;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.position.PositionTokens;
import org.duetdb.position.Positions;

/**
 * Where the commits of a piece of work are in the logs of its databases, as a text that its client carries to the next
 * one. For use by any thread.
 */
public final class CommitPositions {

    private static final Logger LOG = System.getLogger(CommitPositions.class.getName());

    private final List<ContainerDataSource> primaries;
    private final PositionTokens tokens;

    private CommitPositions(List<ContainerDataSource> primaries, PositionTokens tokens) {
        this.primaries = primaries;
        this.tokens = tokens;
    }

    /** Creates those of an application; with {@code key} null no database of it is consistent beyond one request. */
    public static CommitPositions of(List<ContainerDataSource> sources, Secret key) {
        return new CommitPositions(
                sources.stream().filter(CommitPositions::isAskedFor).toList(),
                key == null ? null : new PositionTokens(key));
    }

    private static boolean isAskedFor(ContainerDataSource source) {
        DatabaseSettings settings = source.binding().settings();
        return settings.role() == Role.WRITE && settings.replica().consistency() == Consistency.SESSION;
    }

    /** Returns whether there are any. */
    boolean areKept() {
        return tokens != null;
    }

    /** Returns the positions of a text; none if there is no such text, or it is not to be trusted. */
    Positions read(String token) {
        return tokens == null ? Positions.NONE : tokens.read(token, Instant.now());
    }

    /**
     * Returns a text of what a piece of work has committed until now, and of what it has been told of others; empty if
     * it has committed nothing.
     */
    Optional<String> write(Writes writes) {
        Positions own = Positions.NONE;
        for (ContainerDataSource primary : primaries) {
            if (writes.isDone(primary.binding().alias())) {
                own = and(own, primary);
            }
        }
        return tokens == null || own.isNone()
                ? Optional.empty()
                : Optional.of(tokens.write(own.and(writes.expected()), Instant.now()));
    }

    /** A database that does not answer has no later position that somebody could read. */
    private static Positions and(Positions positions, ContainerDataSource primary) {
        try (Connection connection = primary.connection(primary.binding().origin());
                Statement statement = connection.createStatement();
                ResultSet place = statement.executeQuery("SELECT pg_current_wal_insert_lsn()::text")) {
            place.next();
            return positions.and(primary.binding().alias(), place.getString(1));
        } catch (SQLException | DuetException lost) {
            LOG.log(Level.DEBUG, () -> "asking " + primary.binding().origin() + " for its position", lost);
            return positions;
        }
    }
}
