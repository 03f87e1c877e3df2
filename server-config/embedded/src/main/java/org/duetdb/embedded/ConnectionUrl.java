package org.duetdb.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The URLs by which a role connects. They contain its password. */
final class ConnectionUrl {

    private final String user;
    private final String password;

    ConnectionUrl(String user, String password) {
        this.user = encoded(user);
        this.password = encoded(password);
    }

    /** The form of libpq, with user and password in front of the host. */
    String libpq(Cluster cluster, String database) {
        return "postgresql://" + user + ':' + password + "@127.0.0.1:" + cluster.port() + '/' + database;
    }

    /** The form of JDBC, with user and password as parameters. */
    String jdbc(Cluster cluster, String database) {
        return cluster.jdbcUrl(database) + "?user=" + user + "&password=" + password;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
