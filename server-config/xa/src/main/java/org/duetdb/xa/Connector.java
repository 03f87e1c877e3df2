package org.duetdb.xa;

import java.sql.SQLException;

/** Makes a connection of its own, beside those of the pool, for what cannot be done on one of them. */
@FunctionalInterface
interface Connector {

    /** A new connection, which the caller closes. */
    Backend connect() throws SQLException;
}
