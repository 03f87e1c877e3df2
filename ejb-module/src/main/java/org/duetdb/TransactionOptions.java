package org.duetdb;

/**
 * How a transaction runs, in every database that takes part. Immutable; what is not said is the database's default.
 *
 * <pre>{@code
 * TransactionOptions careful = TransactionOptions.DEFAULT.isolation(Isolation.SERIALIZABLE).attempts(5);
 * long orders = shop.transaction(careful, () -> shop.queryOne(Long.class, "SELECT count(*) FROM orders"));
 * }</pre>
 *
 * @param isolation the isolation level; null for the default of each database
 * @param readOnly whether the databases refuse writes (25006)
 * @param attempts how often the whole work is run at most, when others get in its way (40001, 40P01); at least 1
 */
public record TransactionOptions(Isolation isolation, boolean readOnly, int attempts) {

    /** The default of each database, and no second attempt. */
    public static final TransactionOptions DEFAULT = new TransactionOptions(null, false, 1);

    /**
     * Checks the number of attempts.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public TransactionOptions {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1");
        }
    }

    /**
     * Returns these options with that isolation level; null for the default.
     *
     * <pre>{@code
     * TransactionOptions steady = TransactionOptions.DEFAULT.isolation(Isolation.REPEATABLE_READ);
     * List<Row> users = shop.transaction(steady, () -> shop.query("SELECT id, name FROM users"));
     * }</pre>
     */
    public TransactionOptions isolation(Isolation level) {
        return new TransactionOptions(level, readOnly, attempts);
    }

    /**
     * Returns these options for a transaction in which the databases refuse writes.
     *
     * <pre>{@code
     * TransactionOptions reading = TransactionOptions.DEFAULT.forReading();
     * List<Row> users = shop.transaction(reading, () -> shop.query("SELECT id, name FROM users"));
     * }</pre>
     */
    public TransactionOptions forReading() {
        return new TransactionOptions(isolation, true, attempts);
    }

    /**
     * Returns these options with that many attempts. The work is run again as a whole, in a new transaction, after a
     * short pause of random length: it must do nothing that the transaction does not undo.
     *
     * <pre>{@code
     * TransactionOptions stubborn = TransactionOptions.DEFAULT.attempts(3);
     * shop.transaction(stubborn, () -> shop.execute("UPDATE accounts SET balance = balance + 1 WHERE id = $1", 1));
     * }</pre>
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public TransactionOptions attempts(int most) {
        return new TransactionOptions(isolation, readOnly, most);
    }
}
