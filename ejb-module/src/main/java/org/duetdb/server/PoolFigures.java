package org.duetdb.server;

/**
 * The figures of a connection pool, in connections. What a server does not tell is null.
 *
 * @param size how many there are, idle or lent
 * @param available how many are idle
 * @param inUse how many are lent
 * @param waiting how many callers wait for one
 */
public record PoolFigures(Integer size, Integer available, Integer inUse, Integer waiting) {

    /** Returns those of a server that tells the parts, and not the whole. */
    static PoolFigures ofParts(Integer available, Integer inUse, Integer waiting) {
        Integer size = available == null || inUse == null ? null : Integer.valueOf(available + inUse);
        return new PoolFigures(size, available, inUse, waiting);
    }
}
