/**
 * Values between Java and PostgreSQL, both ways, without loss: parameters are bound, and columns are read, by what the
 * types on both sides are. {@code docs/types.md} is the table of it.
 *
 * <p>{@link org.duetdb.type.ParameterBinder} sends. {@link org.duetdb.type.ColumnType} tells what a column is, without
 * asking the server; {@link org.duetdb.type.ColumnReaders} and, for primitives without objects,
 * {@link org.duetdb.type.ColumnHandles} read it as what it usually is or as a class that is wanted, and
 * {@link org.duetdb.type.Conversion} does the same with a value that has been read. What they throw becomes the
 * exception for the caller in {@link org.duetdb.type.ReadFailures}.
 *
 * <p>Imports {@code org.duetdb} and {@code sql}, and Jakarta JSON.
 */
package org.duetdb.type;
