package org.duetdb;

import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A result that is read while it is used, some hundred rows at a time, so that it may be larger than the memory. Made
 * by {@link DbSession#stream}; for one pass, by the thread of its session.
 *
 * <p><b>Begin.</b> The statement runs when the first row is asked for, not before.
 *
 * <p><b>End.</b> It ends with its last row, with {@link #close()}, with an error, with the transaction in which it was
 * begun, and with its session, whichever comes first, and gives its connection back then. Asking for a further row of
 * one that did not end by itself is an error: a result that was cut is never taken for a complete one.
 *
 * <p><b>Transactions.</b> Inside one it reads on the connection of the transaction, on which other statements may run
 * meanwhile. Outside it holds a connection of its own, in a read-only transaction of the database that sees one state
 * throughout; the statement must be a query then ({@code SELECT}, {@code VALUES}, {@code TABLE}).
 *
 * <p><b>As a response.</b> A resource method may return one, and it is written as a JSON array while it is read, after
 * the transaction of the request has ended, and then closed. A failure within the first 16 kB is an error response.
 * After that the response is cut: its connection is closed without the last chunk (HTTP/1.1), so that the client sees
 * that something is missing. One that was begun before it is returned cannot be written.
 *
 * @param <T> {@link Row}, a record, or the type of the only column
 */
public interface ResultStream<T> extends Iterable<T>, AutoCloseable {

    /**
     * Sets how many rows are fetched at a time; 500 unless set.
     *
     * <pre>{@code
     * try (ResultStream<Row> users = shop.stream("SELECT * FROM users").fetchSize(50)) {
     *     users.forEach(user -> System.out.println(user.asLong("id")));
     * }
     * }</pre>
     *
     * @return this
     * @throws IllegalArgumentException if it is below 1
     * @throws IllegalStateException if the rows have been asked for before
     */
    ResultStream<T> fetchSize(int rows);

    /**
     * Returns the rows, one after the other.
     *
     * <pre>{@code
     * try (ResultStream<Row> users = shop.stream("SELECT name FROM users ORDER BY id")) {
     *     for (Row user : users) {
     *         System.out.println(user.asString("name"));
     *     }
     * }
     * }</pre>
     *
     * @throws IllegalStateException if the rows have been asked for before
     */
    @Override
    Iterator<T> iterator();

    /**
     * Returns the rows as a {@code Stream}, which closes this one when it is closed.
     *
     * <pre>{@code
     * try (Stream<String> names = shop.stream(String.class, "SELECT name FROM users").rows()) {
     *     long initials = names.map(name -> name.charAt(0)).distinct().count();
     * }
     * }</pre>
     *
     * @throws IllegalStateException if the rows have been asked for before
     */
    Stream<T> rows();

    /**
     * Ends it and gives the connection back. Does nothing if it has ended.
     *
     * <pre>{@code
     * ResultStream<Row> users = shop.stream("SELECT name FROM users ORDER BY id");
     * String first = users.iterator().next().asString("name");
     * users.close();
     * }</pre>
     */
    @Override
    void close();
}
