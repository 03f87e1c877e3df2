package org.duetdb;

/**
 * Work with a result, for {@link DbSession#transaction(TransactionalWork)}.
 *
 * @param <T> what it returns
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface TransactionalWork<T, X extends Exception> {

    /** Does the work; throwing rolls it back. */
    T run() throws X;
}
