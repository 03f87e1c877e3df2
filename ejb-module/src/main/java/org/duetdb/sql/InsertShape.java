package org.duetdb.sql;

import java.util.List;

/**
 * A statement {@code INSERT INTO table (columns) VALUES (items)}, with nothing behind it but {@code ON CONFLICT} or
 * {@code RETURNING}: one tuple, which holds every placeholder, each once. Such a statement can be executed for many
 * tuples at a time.
 *
 * <p>That is the same as executing it for each, but for what only the caller can judge: what functions and triggers see
 * of the rows before, and that {@code ON CONFLICT DO UPDATE} does not meet a row of its own statement twice. No item is
 * a query.
 *
 * @param values where {@code VALUES} begins in the driver's text
 * @param open where the tuple begins there, with its parenthesis
 * @param close behind the parenthesis that closes the tuple
 * @param table the table as it is written, with its schema and quotes
 * @param columns the names of the columns, as the server stores them; empty if the statement names none
 * @param bare whether every item is a placeholder and nothing else; {@link ParsedSql#order()} says which
 * @param updates whether a conflict updates the row that is there
 * @param returning whether it returns rows
 */
public record InsertShape(
        int values,
        int open,
        int close,
        String table,
        List<String> columns,
        boolean bare,
        boolean updates,
        boolean returning) {}
