package org.duetdb.benchmark.library;

import java.math.BigDecimal;
import java.util.List;

/** The lines of the tables: what is measured as one operation. */
public enum Workload {

    /** One row by key, by column labels. */
    ROW_TO_MAP("1 row to a map", (library, number) -> library.rowToMap(key(number))),

    /** One row by key. */
    ROW_TO_RECORD("1 row to a record", (library, number) -> library.rowToRecord(key(number))),

    /** A page of rows, by column labels. */
    ROWS_100_TO_MAPS("100 rows to maps", (library, number) -> library.rowsToMaps(start(number), start(number) + 99)),

    /** A page of rows. */
    ROWS_100_TO_RECORDS(
            "100 rows to records", (library, number) -> library.rowsToRecords(start(number), start(number) + 99)),

    /** The whole table, by column labels. */
    ROWS_10000_TO_MAPS("10,000 rows to maps", (library, number) -> library.rowsToMaps(1, Workload.ACCOUNTS)),

    /** The whole table. */
    ROWS_10000_TO_RECORDS("10,000 rows to records", (library, number) -> library.rowsToRecords(1, Workload.ACCOUNTS)),

    /** A single update that does not wait for the disk: what it costs beside the disk. */
    UPDATE("update by key, asynchronous commit", Workload::update),

    /** A single update. */
    UPDATE_SYNC("update by key, synchronous commit", Workload::update),

    /** Many rows through the batch of the library. */
    BATCH("batch of 1,000 inserts", Workload::insertBatch),

    /** Many rows in the fastest way of the library. Raw JDBC does the plain batch here too, to compare with. */
    BULK("bulk insert of 1,000 rows", Workload::insertBulk);

    /** How many rows the table of accounts has; their keys begin with 1. */
    public static final int ACCOUNTS = 10_000;

    private static final int PAGE = 100;
    private static final int STRIDE = 7_919;
    private static final List<Payment> PAYMENTS = Payment.series(1_000);

    private final String label;
    private final Operation operation;

    Workload(String label, Operation operation) {
        this.label = label;
        this.operation = operation;
    }

    @FunctionalInterface
    private interface Operation {
        Object run(Workloads library, long number);
    }

    /** Returns its name in tables. */
    public String label() {
        return label;
    }

    /**
     * Does it once.
     *
     * @param number how often it was done before: decides on the rows that are asked for
     * @return what the library returned
     */
    public Object run(Workloads library, long number) {
        return operation.run(library, number);
    }

    /** Returns whether it reads. */
    public boolean isQuery() {
        return ordinal() < UPDATE.ordinal();
    }

    /** Returns whether it adds rows, so that the table has to be emptied from time to time. */
    public boolean isInsert() {
        return this == BATCH || this == BULK;
    }

    /** Returns whether its commits wait for the disk. */
    public boolean isDurable() {
        return this == UPDATE_SYNC;
    }

    /** Spreads neighbouring numbers over the table, and comes to every row. */
    private static long key(long number) {
        return number * STRIDE % ACCOUNTS + 1;
    }

    private static long start(long number) {
        return number * STRIDE % (ACCOUNTS - PAGE) + 1;
    }

    private static Object update(Workloads library, long number) {
        return library.update(key(number), BigDecimal.valueOf(number % 1_000_000, 2));
    }

    private static Object insertBatch(Workloads library, long number) {
        return library.insertBatch(PAYMENTS);
    }

    private static Object insertBulk(Workloads library, long number) {
        return library.insertBulk(PAYMENTS);
    }
}
