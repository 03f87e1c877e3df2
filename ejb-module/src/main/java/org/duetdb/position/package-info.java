/**
 * Places in the write-ahead logs of databases, and how a client is trusted to carry them.
 *
 * <p>A commit is visible on a replica that has replayed the log to where it ended.
 * {@link org.duetdb.position.Positions} are such places, one for each alias; {@link org.duetdb.position.PositionTokens}
 * make a text of them that leaves the server signed and comes back with a later request.
 *
 * <p>Imports {@code config}.
 */
package org.duetdb.position;
