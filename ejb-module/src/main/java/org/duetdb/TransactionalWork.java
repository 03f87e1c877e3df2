package org.duetdb;

/**
 * Work with a result, for {@link DbSession#transaction(TransactionalWork)}.
 *
 * @param <T> what it returns
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface TransactionalWork<T, X extends Exception> {

    /**
     * Does the work; throwing rolls it back.
     *
     * <pre>{@code
     * TransactionalWork<Long, RuntimeException> clean = () -> shop.execute("DELETE FROM users WHERE NOT active");
     * long gone = shop.transaction(clean);
     * }</pre>
     */
    T run() throws X;
}
