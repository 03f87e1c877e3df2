package org.duetdb.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether many rows of one statement come out as they do one by one. The server is asked each time, on the connection
 * that is about to insert: nothing that is remembered can be out of date.
 *
 * <p>They do not where the statement is felt: by rules, views and foreign tables, policies of row security, foreign
 * keys to the table itself, triggers of statements, triggers after rows (these run when all rows are there), and
 * functions that are {@code STABLE}, as these see the table as it was when the statement began. Functions that are
 * {@code VOLATILE}, as all are unless they say otherwise, see the rows that the statement has inserted before.
 */
final class IndependentRows {

    private static final String QUESTION = """
            WITH RECURSIVE tables (id) AS (
                SELECT pg_catalog.to_regclass(?)::oid
                UNION SELECT i.inhrelid FROM tables JOIN pg_catalog.pg_inherits i ON i.inhparent = id),
            expressions (classid, objid) AS (
                SELECT 'pg_catalog.pg_attrdef'::regclass, d.oid
                FROM tables JOIN pg_catalog.pg_attrdef d ON d.adrelid = id
                UNION ALL SELECT 'pg_catalog.pg_constraint'::regclass, k.oid
                FROM tables JOIN pg_catalog.pg_constraint k ON k.conrelid = id AND k.contype = 'c')
            SELECT NOT EXISTS (SELECT FROM tables LEFT JOIN pg_catalog.pg_class c ON c.oid = id
                    WHERE c.oid IS NULL OR c.relkind NOT IN ('r', 'p') OR c.relhasrules OR c.relrowsecurity)
                AND NOT EXISTS (SELECT FROM tables JOIN pg_catalog.pg_constraint k ON k.conrelid = id
                    WHERE k.contype = 'f' AND k.confrelid IN (SELECT id FROM tables))
                AND NOT EXISTS (SELECT FROM tables JOIN pg_catalog.pg_trigger g ON g.tgrelid = id
                    JOIN pg_catalog.pg_proc f ON f.oid = g.tgfoid
                    WHERE NOT g.tgisinternal AND g.tgtype & 4 <> 0 AND (g.tgtype & 3 <> 3 OR f.provolatile = 's'))
                AND NOT EXISTS (SELECT FROM expressions e
                    JOIN pg_catalog.pg_depend d ON d.classid = e.classid AND d.objid = e.objid
                        AND d.refclassid = 'pg_catalog.pg_proc'::regclass
                    JOIN pg_catalog.pg_proc f ON f.oid = d.refobjid
                    WHERE f.provolatile = 's')
                AND NOT EXISTS (SELECT FROM pg_catalog.pg_proc f
                    WHERE f.proname = ANY (?::text[]) AND f.provolatile = 's'
                        AND f.pronamespace <> 'pg_catalog'::regnamespace)""";

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private IndependentRows() {}

    /** Asks for the table of a statement. False if there is no such table. */
    static boolean areThoseOf(InsertText text, Connection connection) throws SQLException {
        if (!text.bare() && text.tuple().indexOf('"') >= 0) {
            return false;
        }
        try (PreparedStatement question = connection.prepareStatement(QUESTION)) {
            question.setObject(1, text.table(), Types.OTHER);
            question.setArray(2, connection.createArrayOf("text", text.bare() ? new Object[0] : words(text.tuple())));
            try (ResultSet answer = question.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** All that could be the name of a function, as the server folds it. */
    private static Object[] words(String tuple) {
        return WORD.matcher(tuple)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toArray();
    }
}
