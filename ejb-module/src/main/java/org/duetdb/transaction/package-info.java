/**
 * The request's transaction: the only place with {@code jakarta.transaction}.
 *
 * <p>{@link org.duetdb.transaction.ResourceFilter} surrounds a resource method, and
 * {@link org.duetdb.transaction.UnitOfWorkInterceptor} any other; {@link org.duetdb.transaction.RequestTransaction}
 * says who may begin and end, {@link org.duetdb.transaction.JtaTransaction} holds what takes part in one transaction,
 * and {@link org.duetdb.transaction.Jta} is the container's side. How a request becomes a COMMIT is told in
 * {@code docs/internals.md}.
 *
 * <p>Imports {@code org.duetdb}, {@code datasource} and {@code session}.
 */
package org.duetdb.transaction;
