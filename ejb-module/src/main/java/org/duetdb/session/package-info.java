/**
 * SQL work: statements, results, rows.
 *
 * <p>{@link org.duetdb.session.JdbcDbSession} runs one statement after the other, on the connection that its
 * {@link org.duetdb.session.TransactionControl} has enlisted, or on one of its own for the length of the statement.
 * That interface is declared here and implemented by {@code transaction}: this package knows of transactions only what
 * a session asks of one.
 *
 * <p>Imports {@code org.duetdb}, {@code catalog}, {@code datasource}, {@code sql}, {@code type} and {@code batch}.
 */
package org.duetdb.session;
