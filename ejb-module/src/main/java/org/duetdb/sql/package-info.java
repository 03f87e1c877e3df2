/**
 * The text of a statement: which {@code $n} are placeholders, which question marks are operators, and what is not sent
 * as SQL. Each text is parsed once.
 *
 * <p>Imports {@code org.duetdb}.
 */
package org.duetdb.sql;
