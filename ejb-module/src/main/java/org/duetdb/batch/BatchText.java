package org.duetdb.batch;

import java.util.regex.Pattern;
import org.duetdb.sql.ParsedSql;

/** What is known of a text that is executed for many lists of parameters. For use by any thread. */
public final class BatchText {

    private static final Pattern WRITES =
            Pattern.compile("\\s*(insert|update|delete|merge)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RETURNING = Pattern.compile("returning", Pattern.CASE_INSENSITIVE);

    private final ParsedSql sql;
    private final InsertText insert;
    private final boolean severalStatements;
    private final boolean returningNothing;

    /** Only a hint, by which nothing but time is saved or lost. */
    private volatile boolean passive = true;

    /** Looks at a text. */
    public BatchText(ParsedSql sql) {
        this.sql = sql;
        this.insert = InsertText.of(sql);
        int end = insert == null ? sql.jdbc().indexOf(';') : -1;
        this.severalStatements = end >= 0 && !sql.jdbc().substring(end + 1).isBlank();
        this.returningNothing = WRITES.matcher(sql.jdbc()).lookingAt()
                && !RETURNING.matcher(sql.jdbc()).find();
    }

    ParsedSql sql() {
        return sql;
    }

    /** Returns the statement as one that can insert many rows; null if it is not. */
    InsertText insert() {
        return insert;
    }

    /** Returns the statement for one list. */
    String single() {
        // in this form the driver does not rewrite batches, and so counts their rows
        return insert == null ? sql.jdbc() : insert.withRows(new Object[1][0], 0, 1);
    }

    /** Returns whether it may be several statements; a semicolon in a string can look like that. */
    boolean isSeveralStatements() {
        return severalStatements;
    }

    /** Returns whether it is sure to return no rows. */
    boolean isReturningNothing() {
        return returningNothing;
    }

    /** Returns whether nothing ran, when it was last looked, as a row was inserted into the table. */
    boolean isPassive() {
        return passive;
    }

    void setPassive(boolean passive) {
        this.passive = passive;
    }
}
