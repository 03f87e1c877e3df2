package org.duetdb.benchmark.library;

/** The SQL that all libraries run. It differs in how they write a parameter, and in nothing else. */
final class Statements {

    static final String COLUMNS = "id, name, email, balance, active, visits, note, created_at";

    static final String BY_KEY = "SELECT " + COLUMNS + " FROM accounts WHERE id = ?";

    static final String RANGE = "SELECT " + COLUMNS + " FROM accounts WHERE id BETWEEN ? AND ? ORDER BY id";

    static final String UPDATE = "UPDATE accounts SET balance = ?, visits = visits + 1 WHERE id = ?";

    static final String INSERT = "INSERT INTO payments (account_id, amount, purpose, paid_at) VALUES (?, ?, ?, ?)";

    private Statements() {}

    /** Returns the statement with {@code $1}, {@code $2} … in the place of the question marks. */
    static String numbered(String statement) {
        StringBuilder text = new StringBuilder(statement);
        int number = 1;
        for (int mark = text.indexOf("?"); mark >= 0; mark = text.indexOf("?")) {
            text.replace(mark, mark + 1, "$" + number++);
        }
        return text.toString();
    }
}
