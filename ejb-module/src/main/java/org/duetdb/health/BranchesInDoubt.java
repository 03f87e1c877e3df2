package org.duetdb.health;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.duetdb.DatabaseStatus.InDoubt;

/** The branches that are in doubt in one database, beside what else is asked of its server, in one row. */
final class BranchesInDoubt {

    private BranchesInDoubt() {}

    /**
     * Asks for columns without a table, and for those that were prepared at least so long ago. The node is in the name
     * that Duet's datasource gives.
     */
    static String query(String columns, Duration after) {
        return """
                SELECT %s,
                    count(*) AS branches,
                    coalesce(extract(epoch FROM clock_timestamp() - min(prepared)) * 1000, 0)::bigint AS age,
                    array_agg(DISTINCT split_part(gid, ':', 2)) FILTER (WHERE gid LIKE 'duet:%%:%%:%%') AS nodes
                FROM pg_prepared_xacts
                WHERE database = current_database()
                    AND prepared <= clock_timestamp() - interval '%d milliseconds'""".formatted(columns, after.toMillis());
    }

    static InDoubt read(ResultSet row) throws SQLException {
        Array nodes = row.getArray("nodes");
        return new InDoubt(
                row.getInt("branches"),
                Duration.ofMillis(row.getLong("age")),
                nodes == null ? List.of() : List.of((String[]) nodes.getArray()));
    }
}
