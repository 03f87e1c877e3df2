package org.duetdb.scenario;

import org.duetdb.DbSession;
import org.duetdb.Row;

/** What a session sees. */
final class Look {

    private Look() {}

    /** Returns how many rows of the key there are, and on which server. */
    static String at(DbSession reader, String key) {
        Row row = reader.queryOne(
                "SELECT count(*) AS n, pg_is_in_recovery() AS standby FROM scenario WHERE key = $1", key);
        return row.get("n") + (row.asBoolean("standby") ? " on the standby" : " on the primary");
    }
}
