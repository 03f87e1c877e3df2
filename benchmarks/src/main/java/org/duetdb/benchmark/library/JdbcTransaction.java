package org.duetdb.benchmark.library;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction of one connection, as it is written by hand. */
record JdbcTransaction(Connection connection) {

    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T run() throws SQLException, X;
    }

    <T, X extends Exception> T run(Work<T, X> work) throws SQLException, X {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.run();
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
