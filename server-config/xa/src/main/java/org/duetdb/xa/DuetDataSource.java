package org.duetdb.xa;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The same for a server that pools plain connections: what WildFly calls a datasource, and needs for one that stays
 * outside of transactions. It is for the role {@code read}, which it has by default.
 *
 * <p>The properties are set before the first connection is asked for. After that it is safe for use by several threads.
 */
public class DuetDataSource extends DuetXADataSource implements DataSource {

    /** For application servers: they make it, and then call setters. */
    public DuetDataSource() {
        setRole(Role.READ.word());
    }

    /**
     * A new physical connection for the user of the properties.
     *
     * @throws SQLException if it cannot be made
     */
    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(getUser(), getPassword());
    }

    /**
     * A new physical connection, which ends when it is closed.
     *
     * @throws SQLException if it cannot be made
     */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getBranchConnection(user, password).alone();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("this datasource is no " + type.getName());
    }
}
