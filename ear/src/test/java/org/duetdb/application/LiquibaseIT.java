package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.sql.Connection;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.duetdb.Database;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.OpenSession;
import org.duetdb.Role;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.Libraries;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Liquibase on the datasource of an alias. That Flyway does its work there is what the sample application shows. */
@ExtendWith(ArquillianExtension.class)
class LiquibaseIT {

    @Inject
    @Database(alias = "analytics")
    DataSource dataSource;

    @Inject
    @Database(alias = "analytics")
    DbSession session;

    @Inject
    Databases databases;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(web -> web.addClass(LiquibaseIT.class)
                .addAsLibraries(Libraries.of(
                        "liquibase-core",
                        "opencsv",
                        "commons-lang3",
                        "commons-text",
                        "commons-collections4",
                        "commons-io",
                        "snakeyaml",
                        "jaxb-api"))
                .addAsResource("liquibase/changelog.sql")
                .addAsResource("liquibase/failing.sql"));
    }

    @AfterEach
    void removeTables() {
        try (OpenSession outside = databases.open("analytics", Role.WRITE)) {
            outside.execute("DROP TABLE IF EXISTS visited, databasechangelog, databasechangeloglock");
        }
    }

    private void update(String changes) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Liquibase liquibase = new Liquibase(
                        changes,
                        new ClassLoaderResourceAccessor(getClass().getClassLoader()),
                        new JdbcConnection(connection))) {
            liquibase.update();
        }
    }

    private int visited() {
        return session.queryOne(Integer.class, "SELECT count(*) FROM visited");
    }

    @Test
    void update_twice_makesTheTablesOnce() throws Exception {
        update("liquibase/changelog.sql");
        assertEquals(1, visited());
        update("liquibase/changelog.sql");
        assertEquals(1, visited());
        assertEquals(1, session.queryOne(Integer.class, "SELECT count(*) FROM databasechangelog"));
    }

    @Test
    void update_thatFails_leavesNothingOfItsChangeSet() throws Exception {
        update("liquibase/changelog.sql");
        assertThrows(LiquibaseException.class, () -> update("liquibase/failing.sql"));
        assertEquals(1, visited());
        assertEquals(1, session.queryOne(Integer.class, "SELECT count(*) FROM databasechangelog"));
    }
}
