package org.duetdb.sql;

import java.util.Locale;
import java.util.Map;

/**
 * Refuses the commands that control transactions: sent as SQL they would end the branch behind the back of the
 * transaction manager. Hears the words of a statement in their order.
 */
final class TransactionCommands {

    private static final String BEGIN = "call begin(), or transaction(work)";
    private static final String COMMIT = "call commit()";
    private static final String ROLLBACK = "call rollback()";
    private static final String SAVEPOINT = "call transaction(work) inside the transaction";
    private static final String PREPARE = "leave two-phase commit to the transaction manager";

    private static final Map<String, String> METHODS = Map.of(
            "BEGIN", BEGIN,
            "START", BEGIN,
            "COMMIT", COMMIT,
            "END", COMMIT,
            "ROLLBACK", ROLLBACK,
            "ABORT", ROLLBACK,
            "SAVEPOINT", SAVEPOINT,
            "RELEASE", SAVEPOINT);

    private static final int LONGEST = "TRANSACTION".length();

    private boolean first = true;
    private String previous = "";
    private boolean functionBody;

    void word(String sql, int start, int end) throws SqlSyntaxException {
        if (functionBody) {
            return;
        }
        String word = end - start > LONGEST ? "" : sql.substring(start, end).toUpperCase(Locale.ROOT);
        if (first && METHODS.containsKey(word)) {
            throw refusal(word, METHODS.get(word));
        }
        if (previous.equals("PREPARE") && word.equals("TRANSACTION")) {
            throw refusal("PREPARE TRANSACTION", PREPARE);
        }
        // the body of an SQL-standard function holds semicolons, and END
        functionBody = previous.equals("BEGIN") && word.equals("ATOMIC");
        previous = word;
        first = false;
    }

    void other() {
        first = false;
        previous = "";
    }

    void separator() {
        first = true;
        previous = "";
    }

    private static SqlSyntaxException refusal(String command, String remedy) {
        return new SqlSyntaxException("DUET-202", command + " is not sent as SQL", remedy);
    }
}
