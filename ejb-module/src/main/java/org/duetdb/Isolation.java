package org.duetdb;

/** What a transaction sees of others that run beside it (PostgreSQL, "Transaction Isolation"). */
public enum Isolation {
    /** Every statement sees what was committed before it began. PostgreSQL's default. */
    READ_COMMITTED,

    /** All statements see what was committed before the first of them; a lost update is refused (40001). */
    REPEATABLE_READ,

    /** As if transactions ran one after the other; what would not fit that is refused (40001). */
    SERIALIZABLE;

    /** Returns the form used in SQL: {@code REPEATABLE READ}. */
    @Override
    public String toString() {
        return name().replace('_', ' ');
    }
}
