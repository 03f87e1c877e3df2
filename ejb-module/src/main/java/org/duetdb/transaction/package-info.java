/**
 * The transactions of requests and of other work, and sessions outside requests: the only place with
 * {@code jakarta.transaction}.
 *
 * <p>{@link org.duetdb.transaction.ResourceFilter} surrounds a resource method, and
 * {@link org.duetdb.transaction.UnitOfWorkInterceptor} any other; {@code SessionTransaction}, with
 * {@link org.duetdb.transaction.RequestTransaction} for a request, says who may begin and end, {@code OwnedTransaction}
 * is what was begun, {@link org.duetdb.transaction.JtaTransaction} holds what takes part in one transaction, and
 * {@link org.duetdb.transaction.Jta} is the container's side. How a request becomes a COMMIT is told in
 * {@code docs/internals.md}.
 *
 * <p>{@link org.duetdb.transaction.OpenSessions} are the sessions that belong to no request.
 *
 * <p>Imports {@code org.duetdb}, {@code datasource} and {@code session}.
 */
package org.duetdb.transaction;
