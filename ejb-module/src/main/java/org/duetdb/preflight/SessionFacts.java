package org.duetdb.preflight;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.duetdb.datasource.DriverFacts;

/**
 * What one connection tells of its server, its session and its driver. Settings that the server does not have are zero
 * or false, and no problem then.
 *
 * @param version of the server, as {@code server_version_num}: 150004 is 15.4
 * @param recovery whether the server is a standby
 * @param readOnly whether transactions begin as read-only
 * @param readOnlySource what has made it so, as {@code pg_settings.source}
 * @param user whom the session acts as, quoted as SQL needs it
 * @param database the database, quoted as SQL needs it
 * @param schema the first of the search path that exists, quoted as SQL needs it; null if none does
 * @param usable whether the user may use that schema
 * @param preparedTransactions how many may be prepared at once
 * @param connections how many ordinary users may have at once
 * @param escapesInStrings whether a backslash is an escape in ordinary strings
 * @param mayRecord whether the user may write the table of records of transactions over several databases, or make it
 * @param driver what the driver says of itself
 */
public record SessionFacts(
        int version,
        boolean recovery,
        boolean readOnly,
        String readOnlySource,
        String user,
        String database,
        String schema,
        boolean usable,
        int preparedTransactions,
        int connections,
        boolean escapesInStrings,
        boolean mayRecord,
        DriverFacts driver) {

    /**
     * One row. It has no backslash, which servers do not agree about. Names of the search path are compared as they are
     * kept: quoted ones as written, others folded.
     */
    static final String QUERY = """
            SELECT current_setting('server_version_num')::int AS version,
                pg_is_in_recovery() AS recovery,
                read_only.setting::boolean AS read_only,
                read_only.source AS read_only_source,
                quote_ident(current_user) AS who,
                quote_ident(current_database()) AS database,
                quote_ident(first.name) AS schema,
                coalesce(first.usable, false) AS usable,
                current_setting('max_prepared_transactions')::int AS prepared,
                current_setting('max_connections')::int
                    - coalesce(current_setting('superuser_reserved_connections', true)::int, 0)
                    - coalesce(current_setting('reserved_connections', true)::int, 0) AS connections,
                current_setting('standard_conforming_strings', true) = 'off' AS escapes,
                coalesce(
                    (SELECT has_schema_privilege(n.oid, 'USAGE')
                            AND has_table_privilege(c.oid, 'SELECT')
                            AND has_table_privilege(c.oid, 'INSERT')
                            AND has_table_privilege(c.oid, 'DELETE')
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = 'duet' AND c.relname = 'xa_record'),
                    has_database_privilege(current_database(), 'CREATE')
                        AND coalesce(
                            (SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = 'duet'),
                            true)) AS may_record
            FROM pg_settings read_only
            LEFT JOIN LATERAL (
                SELECT n.nspname AS name, has_schema_privilege(n.oid, 'USAGE') AS usable
                FROM regexp_split_to_table(current_setting('search_path'), ' *, *') WITH ORDINALITY p(name, place)
                JOIN pg_namespace n ON n.nspname = CASE
                    WHEN btrim(p.name, '"') = '$user' THEN current_user
                    WHEN p.name LIKE '"%' THEN replace(substr(p.name, 2, length(p.name) - 2), '""', '"')
                    ELSE lower(p.name) END
                ORDER BY p.place
                LIMIT 1) first ON true
            WHERE read_only.name = 'default_transaction_read_only'""";

    static SessionFacts of(ResultSet row, DriverFacts driver) throws SQLException {
        return new SessionFacts(
                row.getInt("version"),
                row.getBoolean("recovery"),
                row.getBoolean("read_only"),
                row.getString("read_only_source"),
                row.getString("who"),
                row.getString("database"),
                row.getString("schema"),
                row.getBoolean("usable"),
                row.getInt("prepared"),
                row.getInt("connections"),
                row.getBoolean("escapes"),
                row.getBoolean("may_record"),
                driver);
    }
}
