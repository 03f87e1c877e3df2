/**
 * What would fail later, found when the application starts: one question to each database, and rules about the answers
 * that need none.
 *
 * <p>Imports {@code org.duetdb}, {@code catalog} and {@code datasource}.
 */
package org.duetdb.preflight;
