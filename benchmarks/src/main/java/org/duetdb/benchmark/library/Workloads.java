package org.duetdb.benchmark.library;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What one library is asked to do, each written as its own documentation would write it. Every call takes a connection
 * of the pool and gives it back. For one thread.
 */
public interface Workloads extends AutoCloseable {

    /** Reads one account by its key, by column labels. */
    Map<String, ?> rowToMap(long id);

    /** Reads one account by its key. */
    Account rowToRecord(long id);

    /** Reads the accounts of a range of keys, both ends included, in their order, by column labels. */
    List<? extends Map<String, ?>> rowsToMaps(long first, long last);

    /** Reads the accounts of a range of keys, both ends included, in their order. */
    List<Account> rowsToRecords(long first, long last);

    /** Changes one account, in auto-commit. Returns the number of rows changed. */
    long update(long id, BigDecimal balance);

    /** Adds payments with the library's batch, all or nothing. Returns how many were added. */
    long insertBatch(List<Payment> payments);

    /** Adds payments in the fastest way that the library has, all or nothing. Returns how many were added. */
    default long insertBulk(List<Payment> payments) {
        return insertBatch(payments);
    }

    /** Gives back what the library holds; the pool is not its own. */
    @Override
    default void close() {}
}
