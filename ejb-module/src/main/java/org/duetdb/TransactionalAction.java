package org.duetdb;

/**
 * Work without a result, for {@link DbSession#transaction(TransactionalAction)}.
 *
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface TransactionalAction<X extends Exception> {

    /**
     * Does the work; throwing rolls it back.
     *
     * <pre>{@code
     * TransactionalAction<RuntimeException> clean = () -> shop.execute("DELETE FROM users WHERE NOT active");
     * shop.transaction(clean);
     * }</pre>
     */
    void run() throws X;
}
