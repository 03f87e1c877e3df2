package org.duetdb.sql;

/** Listens for a statement that has an {@link InsertShape}. Strict: whatever is unusual has none. */
final class InsertReader {

    private enum Stage {
        HEAD,
        VALUES,
        TUPLE,
        CLOSED,
        CONFLICT,
        TAIL,
        FINISHED,
        NONE
    }

    private final InsertHead head;

    private Stage stage = Stage.HEAD;
    private int values;
    private int open;
    private int close;
    private int depth;
    private int itemTokens;
    private boolean placeholders;
    private boolean bare = true;
    private boolean afterDo;
    private boolean updates;
    private boolean returning;

    InsertReader(CharSequence sql) {
        this.head = new InsertHead(sql);
    }

    /**
     * Hears a token that is neither space nor a comment.
     *
     * @param from where it begins in the driver's text
     * @param to where it ends there
     */
    void hear(Lexeme kind, SqlLexer token, int from, int to) {
        switch (stage) {
            case HEAD -> {
                if (!head.accepts(kind, token)) {
                    stage = Stage.NONE;
                } else if (head.isComplete()) {
                    values = from;
                    stage = Stage.VALUES;
                }
            }
            case VALUES -> {
                open = from;
                stage = kind == Lexeme.OPEN ? Stage.TUPLE : Stage.NONE;
            }
            case TUPLE -> item(kind, token, to);
            case CLOSED, CONFLICT, TAIL -> stage = tail(kind, token);
            default -> stage = Stage.NONE;
        }
    }

    private void item(Lexeme kind, SqlLexer token, int to) {
        if (depth == 0 && (kind == Lexeme.COMMA || kind == Lexeme.CLOSE)) {
            if (itemTokens == 0) {
                stage = Stage.NONE;
            } else if (kind == Lexeme.CLOSE) {
                close = to;
                stage = Stage.CLOSED;
            }
            bare &= itemTokens == 1;
            itemTokens = 0;
            return;
        }
        itemTokens++;
        placeholders |= kind == Lexeme.PARAMETER;
        bare &= kind == Lexeme.PARAMETER;
        if (kind == Lexeme.OPEN) {
            depth++;
        } else if (kind == Lexeme.CLOSE) {
            depth--;
        } else if (kind == Lexeme.SEMICOLON || kind == Lexeme.WORD && readsTables(token)) {
            stage = Stage.NONE;
        }
    }

    /** A query would see, executed once for all tuples, another state than executed for each. */
    private static boolean readsTables(SqlLexer word) {
        return word.is("select") || word.is("table") || word.is("values");
    }

    private Stage tail(Lexeme kind, SqlLexer token) {
        if (kind == Lexeme.SEMICOLON) {
            return stage == Stage.CONFLICT ? Stage.NONE : Stage.FINISHED;
        }
        if (kind == Lexeme.PARAMETER) {
            return Stage.NONE;
        }
        boolean word = kind == Lexeme.WORD;
        boolean nowReturning = word && token.is("returning");
        returning |= nowReturning;
        if (stage == Stage.CLOSED) {
            return nowReturning ? Stage.TAIL : word && token.is("on") ? Stage.CONFLICT : Stage.NONE;
        }
        if (stage == Stage.CONFLICT) {
            return word && token.is("conflict") ? Stage.TAIL : Stage.NONE;
        }
        updates |= afterDo && word && token.is("update");
        afterDo = word && token.is("do");
        return Stage.TAIL;
    }

    /** Returns the shape, or null. */
    InsertShape shape() {
        boolean whole = stage == Stage.CLOSED || stage == Stage.TAIL || stage == Stage.FINISHED;
        return whole && placeholders
                ? new InsertShape(values, open, close, head.table(), head.columns(), bare, updates, returning)
                : null;
    }
}
