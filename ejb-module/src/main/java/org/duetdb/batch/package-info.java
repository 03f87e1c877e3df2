/**
 * One statement or table, and many rows: in which form they are sent, so that it takes few round trips and the effect
 * is the same, and how many rows were affected.
 *
 * <p>Imports {@code org.duetdb}, {@code sql} and {@code type}.
 */
package org.duetdb.batch;
