package org.duetdb.datasource;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.duetdb.DuetException;

/**
 * Has a pool make as many connections as it shall keep, by borrowing that many at the same time. For one run, outside
 * of transactions.
 *
 * @param source the pool
 */
record PoolFilling(ContainerDataSource source) implements Runnable {

    private static final Logger LOG = System.getLogger(PoolFilling.class.getName());

    /** Does it in a thread of the executor; if that has none to spare, the pool grows by use. */
    void begin(Executor threads) {
        try {
            threads.execute(this);
        } catch (RejectedExecutionException busy) {
            LOG.log(Level.DEBUG, "no thread to fill a pool with", busy);
        }
    }

    /** Stops at the first that is not to be had. Why a database cannot be reached, others say. */
    @Override
    public void run() {
        List<Connection> borrowed = new ArrayList<>();
        try {
            for (int i = 0; i < source.binding().settings().pool().minIdle(); i++) {
                borrowed.add(source.connection(source.binding().origin()));
            }
        } catch (DuetException unavailable) {
            LOG.log(Level.DEBUG, "a pool could not be filled", unavailable);
        } finally {
            borrowed.forEach(PoolFilling::giveBack);
        }
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException died) {
            LOG.log(Level.DEBUG, "a connection died as its pool was filled", died);
        }
    }
}
