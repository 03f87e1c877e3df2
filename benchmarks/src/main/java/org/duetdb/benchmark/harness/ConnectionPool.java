package org.duetdb.benchmark.harness;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.duetdb.benchmark.library.Workload;
import org.postgresql.ds.PGSimpleDataSource;

/** The pool that every library gets: HikariCP with one connection, in auto-commit. */
public final class ConnectionPool {

    private ConnectionPool() {}

    /** Opens one; the caller closes it. */
    public static HikariDataSource open(String url, String user, String password, Workload workload) {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setUrl(url);
        driver.setUser(user);
        driver.setPassword(password);
        if (!workload.isDurable()) {
            driver.setOptions("-c synchronous_commit=off");
        }
        HikariConfig config = new HikariConfig();
        config.setDataSource(driver);
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }
}
