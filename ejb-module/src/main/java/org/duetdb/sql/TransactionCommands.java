package org.duetdb.sql;

import java.util.Set;

/**
 * Refuses the commands that control transactions: sent as SQL they would end the branch, or change what it promises,
 * behind the back of the transaction manager. It keeps from mistakes, not from intent: what a function or a {@code DO}
 * block does is not seen.
 */
final class TransactionCommands {

    private static final String COMMIT = "call commit()";
    private static final String ROLLBACK = "call rollback()";
    private static final String BEGIN = "call begin(), or transaction(work)";
    private static final String SAVEPOINT = "call transaction(work) inside the transaction";
    private static final String PREPARE = "leave two-phase commit to the transaction manager";
    private static final String OPTIONS = "give TransactionOptions to begin() or transaction()";
    private static final String STRINGS = "leave it on, statements are read by it";

    private static final Set<String> SETTINGS = Set.of(
            "transaction_isolation",
            "transaction_read_only",
            "default_transaction_isolation",
            "default_transaction_read_only");

    private enum Stage {
        START,
        PREPARE,
        SET,
        OTHER
    }

    private Stage stage = Stage.START;
    private String command;

    /** Hears a token that is neither space nor a comment. */
    void hear(Lexeme kind, SqlLexer token, StatementScope scope) throws SqlSyntaxException {
        if (scope.isBody()) {
            stage = Stage.OTHER;
        } else if (kind == Lexeme.SEMICOLON) {
            stage = Stage.START;
        } else if (kind == Lexeme.WORD) {
            word(token);
        } else if (stage == Stage.SET && kind == Lexeme.QUOTED_NAME) {
            setting(token);
        } else {
            stage = Stage.OTHER;
        }
    }

    private void word(SqlLexer token) throws SqlSyntaxException {
        switch (stage) {
            case START -> stage = first(token);
            case PREPARE -> {
                refuse(token, "transaction", "PREPARE TRANSACTION", PREPARE);
                stage = Stage.OTHER;
            }
            case SET -> {
                if (!token.is("session") && !token.is("local")) {
                    refuse(token, "transaction", command + " TRANSACTION", OPTIONS);
                    refuse(token, "characteristics", command + " SESSION CHARACTERISTICS", OPTIONS);
                    setting(token);
                }
            }
            default -> {
                // the rest of a statement that is none of these
            }
        }
    }

    private Stage first(SqlLexer token) throws SqlSyntaxException {
        refuse(token, "begin", "BEGIN", BEGIN);
        refuse(token, "start", "START TRANSACTION", BEGIN);
        refuse(token, "commit", "COMMIT", COMMIT);
        refuse(token, "end", "END", COMMIT);
        refuse(token, "rollback", "ROLLBACK", ROLLBACK);
        refuse(token, "abort", "ABORT", ROLLBACK);
        refuse(token, "savepoint", "SAVEPOINT", SAVEPOINT);
        refuse(token, "release", "RELEASE", SAVEPOINT);
        if (token.is("prepare")) {
            return Stage.PREPARE;
        }
        command = token.is("reset") ? "RESET" : "SET";
        return token.is("set") || token.is("reset") ? Stage.SET : Stage.OTHER;
    }

    private void setting(SqlLexer token) throws SqlSyntaxException {
        for (String name : SETTINGS) {
            refuse(token, name, command + " " + name, OPTIONS);
        }
        refuse(token, "standard_conforming_strings", command + " standard_conforming_strings", STRINGS);
        stage = Stage.OTHER;
    }

    private static void refuse(SqlLexer token, String word, String what, String remedy) throws SqlSyntaxException {
        if (token.is(word)) {
            throw new SqlSyntaxException("DUET-202", what + " is not sent as SQL", remedy);
        }
    }
}
