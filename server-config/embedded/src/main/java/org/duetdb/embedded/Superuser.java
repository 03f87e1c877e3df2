package org.duetdb.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** Whom every cluster has from the start. */
final class Superuser {

    static final String NAME = "postgres";

    private final String password;

    Superuser(String password) {
        this.password = password;
    }

    String password() {
        return password;
    }

    /** A new connection, by the driver itself: class loaders of servers hide it from {@code DriverManager}. */
    Connection connect(int port, String database, Duration limit) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", NAME);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", Long.toString(limit.toSeconds()));
        return new Driver().connect(jdbcUrl(port, database), properties);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + '/' + database;
    }

    /** The first column of what a query answers, as text. */
    List<String> ask(int port, String query, Duration limit) throws SQLException {
        try (Connection connection = connect(port, NAME, limit);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> answer = new ArrayList<>();
            while (rows.next()) {
                answer.add(rows.getString(1));
            }
            return answer;
        }
    }
}
