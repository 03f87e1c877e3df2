package org.duetdb.datasource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The idle connections of a pool whose server cannot be told to end them.
 *
 * @param source lends them
 * @param count how many there are
 */
record IdleConnections(ContainerDataSource source, int count) {

    /**
     * Takes them all, and breaks them, which has the pool drop them. The thread must have no transaction: it would get
     * the connection of that.
     */
    void end() {
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < count) {
                taken.add(source.dataSource().getConnection());
            }
        } catch (SQLException | RuntimeException unavailable) {
            // others were faster, or the database is away: what is idle then, the pool retires
        } finally {
            taken.forEach(IdleConnections::drop);
        }
    }

    private static void drop(Connection connection) {
        try (connection) {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException dropped) {
            // a pool may say that what it is given back is broken
        }
    }
}
