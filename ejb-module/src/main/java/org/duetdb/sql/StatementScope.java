package org.duetdb.sql;

/**
 * Which statement of a text is being read: where one starts, whether a semicolon belongs to the body of a function in
 * standard SQL, and whether {@code $1} is an argument of the function, or of the prepared statement, that it defines.
 */
final class StatementScope {

    private enum Stage {
        START,
        CREATE,
        ROUTINE,
        BEGIN,
        BODY,
        PREPARE,
        OTHER
    }

    private Stage stage = Stage.START;
    private int depth;
    private boolean beforeName;
    private int parentheses;

    /** Whether the next token belongs to the body of a function. */
    boolean isBody() {
        return stage == Stage.BODY;
    }

    /** Whether {@code $1} means an argument of what the statement defines. */
    boolean ownsParameters() {
        return stage == Stage.ROUTINE || stage == Stage.BEGIN || stage == Stage.BODY || stage == Stage.PREPARE;
    }

    /** Whether it is a semicolon at which the driver splits the text: one outside of parentheses. */
    boolean separates(Lexeme kind) {
        return kind == Lexeme.SEMICOLON && parentheses == 0;
    }

    /** Hears a token that is neither space nor a comment. */
    void hear(Lexeme kind, SqlLexer token) {
        if (kind == Lexeme.OPEN) {
            parentheses++;
        } else if (kind == Lexeme.CLOSE) {
            parentheses--;
        }
        if (stage == Stage.BODY) {
            hearBody(kind, token);
        } else if (separates(kind)) {
            stage = Stage.START;
        } else {
            stage = following(kind == Lexeme.WORD ? token : null);
        }
    }

    private Stage following(SqlLexer word) {
        return switch (stage) {
            case START -> is(word, "create") ? Stage.CREATE : is(word, "prepare") ? Stage.PREPARE : Stage.OTHER;
            case CREATE -> {
                if (is(word, "function") || is(word, "procedure")) {
                    yield Stage.ROUTINE;
                }
                yield is(word, "or") || is(word, "replace") ? Stage.CREATE : Stage.OTHER;
            }
            case ROUTINE, BEGIN -> {
                if (stage == Stage.BEGIN && is(word, "atomic")) {
                    depth = 1;
                    yield Stage.BODY;
                }
                yield is(word, "begin") ? Stage.BEGIN : Stage.ROUTINE;
            }
            default -> stage;
        };
    }

    /** The body ends with the END that belongs to no CASE, and is no name. */
    private void hearBody(Lexeme kind, SqlLexer token) {
        boolean name = beforeName;
        SqlLexer word = kind == Lexeme.WORD ? token : null;
        beforeName = kind == Lexeme.DOT || is(word, "as");
        if (!name && is(word, "case")) {
            depth++;
        } else if (!name && is(word, "end")) {
            depth--;
        }
        if (depth == 0) {
            stage = Stage.ROUTINE;
        }
    }

    private static boolean is(SqlLexer word, String expected) {
        return word != null && word.is(expected);
    }
}
