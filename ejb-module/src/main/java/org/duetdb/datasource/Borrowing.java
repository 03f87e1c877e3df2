package org.duetdb.datasource;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Takes many connections of a pool at the same time, and gives them back: how a pool is filled or emptied whose server
 * does neither. The thread must have no transaction: it would get the connection of that.
 *
 * @param source lends them
 * @param count how many
 * @param broken whether they are broken before, which has the pool drop them
 */
record Borrowing(ContainerDataSource source, int count, boolean broken) {

    private static final Logger LOG = System.getLogger(Borrowing.class.getName());

    /** Has a pool make the connections that it shall keep. */
    static Borrowing filling(ContainerDataSource source) {
        return new Borrowing(source, source.binding().settings().pool().minIdle(), false);
    }

    /** Has a pool drop the connections that are idle. */
    static Borrowing emptying(ContainerDataSource source, int idle) {
        return new Borrowing(source, idle, true);
    }

    /** Does it in a thread of the executor; if that has none to spare, the pool grows by use and retires by time. */
    void begin(Executor threads) {
        try {
            threads.execute(this::run);
        } catch (RejectedExecutionException busy) {
            LOG.log(Level.DEBUG, "no thread to borrow connections with", busy);
        }
    }

    /** Stops at the first that is not to be had. Why a database cannot be reached, others say. */
    private void run() {
        List<Connection> borrowed = new ArrayList<>();
        try {
            while (borrowed.size() < count) {
                borrowed.add(source.dataSource().getConnection());
            }
        } catch (SQLException | RuntimeException unavailable) {
            LOG.log(Level.DEBUG, "a pool could not lend as many connections as asked for", unavailable);
        } finally {
            borrowed.forEach(this::giveBack);
        }
    }

    private void giveBack(Connection connection) {
        try (connection) {
            if (broken) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException | RuntimeException dead) {
            LOG.log(Level.DEBUG, "a borrowed connection was dead when it was given back", dead);
        }
    }
}
