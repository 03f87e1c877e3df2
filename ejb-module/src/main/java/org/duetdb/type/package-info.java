/**
 * Values between Java and PostgreSQL, both ways, without loss: parameters are bound, and columns are read, by what the
 * types on both sides are.
 *
 * <p>Imports {@code org.duetdb} and {@code sql}.
 */
package org.duetdb.type;
