package org.duetdb.simulation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A statement that the simulated server understands.
 *
 * @param verb what it does
 * @param name that of the savepoint
 * @param parameters its parameters
 * @param isQuery whether it returns rows
 */
record Statement(Verb verb, String name, List<Integer> parameters, boolean isQuery) {

    /** What there is. */
    enum Verb {
        INSERT,
        SELECT,
        SAVEPOINT,
        RELEASE,
        ROLLBACK_TO,
        SET_SERIALIZABLE,
        BEGIN_READ_ONLY,
        END_READ_ONLY,
        ENTER_READING,
        UNDO_READING,
        TRANSACTION_ID,
        CHECK,
        STATUS,
        UNKNOWN
    }

    /** What surrounds the statements of the read role on the primary. */
    private static final Map<String, Verb> READING = Map.of(
            "BEGIN READ ONLY", Verb.BEGIN_READ_ONLY,
            "COMMIT", Verb.END_READ_ONLY,
            "ROLLBACK", Verb.END_READ_ONLY,
            "SAVEPOINT DUET_READ; SET LOCAL TRANSACTION_READ_ONLY = ON", Verb.ENTER_READING,
            "ROLLBACK TO SAVEPOINT DUET_READ; RELEASE SAVEPOINT DUET_READ", Verb.UNDO_READING);

    static final String INSERT = "INSERT INTO numbers (id) VALUES ($1)";
    static final String INSERT_RETURNING = INSERT + " RETURNING id";
    static final String SELECT_ALL = "SELECT id FROM numbers";
    static final String SELECT_ONE = "SELECT id FROM numbers WHERE id = $1";
    static final String BROKEN = "UPDATE nothing SET id = 1";

    static Statement of(String sql, List<Integer> parameters) {
        String last = sql.substring(sql.lastIndexOf(' ') + 1);
        Verb verb = verb(sql.toUpperCase(Locale.ROOT));
        boolean query = verb == Verb.SELECT
                || verb == Verb.STATUS
                || verb == Verb.TRANSACTION_ID
                || sql.contains("RETURNING")
                || sql.contains("pg_current_xact_id_if_assigned");
        return new Statement(verb, last, parameters, query);
    }

    private static Verb verb(String sql) {
        return READING.containsKey(sql) ? READING.get(sql) : ofWords(sql);
    }

    private static Verb ofWords(String sql) {
        if (sql.startsWith("INSERT")) {
            return Verb.INSERT;
        }
        if (sql.startsWith("SELECT PG_XACT_STATUS")) {
            return Verb.STATUS;
        }
        if (sql.startsWith("SELECT PG_CURRENT_XACT_ID_IF_ASSIGNED")) {
            return Verb.TRANSACTION_ID;
        }
        if (sql.startsWith("SELECT")) {
            return Verb.SELECT;
        }
        if (sql.startsWith("SAVEPOINT")) {
            return Verb.SAVEPOINT;
        }
        if (sql.startsWith("RELEASE")) {
            return Verb.RELEASE;
        }
        if (sql.startsWith("ROLLBACK TO")) {
            return Verb.ROLLBACK_TO;
        }
        if (sql.startsWith("SET CONSTRAINTS")) {
            return Verb.CHECK;
        }
        return sql.startsWith("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE") ? Verb.SET_SERIALIZABLE : Verb.UNKNOWN;
    }
}
