package org.duetdb.xa;

import java.sql.SQLException;
import java.util.Set;

/**
 * The table of records in one database. It has a schema of its own: tools that keep the application's schema expect to
 * find nothing there that is not theirs.
 */
final class RecordTable {

    static final String NAME = "duet.xa_record";

    /** What an administrator runs where the pool's user may not. */
    static final String DEFINITION = """
            CREATE SCHEMA IF NOT EXISTS duet;
            CREATE TABLE IF NOT EXISTS duet.xa_record (id uuid NOT NULL, written timestamptz NOT NULL DEFAULT now());
            CREATE INDEX IF NOT EXISTS xa_record_id ON duet.xa_record (id)""";

    /** By the catalog: to ask by name is an error where the schema may not be used. */
    private static final String USABLE = """
            SELECT has_schema_privilege(n.oid, 'USAGE')
               AND has_table_privilege(c.oid, 'SELECT')
               AND has_table_privilege(c.oid, 'INSERT')
               AND has_table_privilege(c.oid, 'DELETE')
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'duet' AND c.relname = 'xa_record'""";

    /** What {@code IF NOT EXISTS} says of an object that another node is making at this moment. */
    private static final Set<String> MADE_BY_ANOTHER = Set.of("42P06", "42P07", "23505");

    private RecordTable() {}

    /** Returns whether it is there, and this user may use it. */
    static boolean isUsable(Backend backend) throws SQLException {
        return backend.isTrue(USABLE);
    }

    /**
     * Makes what is missing, all of it or nothing: it is sent at once.
     *
     * @return whether the table can be used now
     */
    static boolean make(Backend backend) throws SQLException {
        if (isUsable(backend)) {
            return true;
        }
        try {
            backend.execute(DEFINITION);
        } catch (SQLException e) {
            if (!MADE_BY_ANOTHER.contains(String.valueOf(e.getSQLState()))) {
                throw e;
            }
        }
        return isUsable(backend);
    }
}
