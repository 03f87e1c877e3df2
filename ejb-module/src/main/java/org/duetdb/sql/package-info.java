/**
 * The text of a statement: which {@code $n} are placeholders, which question marks are operators, what is not sent as
 * SQL, and which statements can insert many rows at a time. Each text is parsed once.
 *
 * <p>{@code SqlScanner} asks {@code SqlLexer} for one token after the other, has {@code JdbcText} write it for the
 * driver, and lets {@code TransactionCommands}, {@code StatementScope} and {@code InsertReader} hear of it. None of
 * them looks back, so that a text of any kind is read in a time that grows with its length and no faster.
 *
 * <p>Imports {@code org.duetdb}.
 */
package org.duetdb.sql;
