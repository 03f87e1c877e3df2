package org.duetdb.crash.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;
import org.duetdb.embedded.EmbeddedDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.xa.PGXADataSource;

/** What servers do with it, on a real database. */
class HookedXADataSourceIT {

    private static EmbeddedDatabases databases;

    @BeforeAll
    static void start() {
        databases = EmbeddedDatabases.start();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    /** Has a property beyond those of the driver. */
    public static class Inner extends PGXADataSource {

        /** Shows itself in the sessions. */
        public void setAlias(String alias) {
            setApplicationName(getApplicationName() + " of " + alias);
        }
    }

    private static HookedXADataSource datasource() {
        HookedXADataSource datasource = new HookedXADataSource();
        datasource.setUrl(databases.viewerUrls().get("primary"));
        datasource.setApplicationName("hooked");
        return datasource;
    }

    private static String applicationName(HookedXADataSource datasource) throws SQLException {
        XAConnection physical = datasource.getXAConnection();
        try (Connection connection = physical.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW application_name")) {
            row.next();
            return row.getString(1);
        } finally {
            physical.close();
        }
    }

    @Test
    void getXAConnection_propertiesOfTheDriver_arePassedOn() throws Exception {
        assertThat(applicationName(datasource())).isEqualTo("hooked");
    }

    @Test
    void getXAConnection_propertiesOfTheOtherOnly_arePassedOn() throws Exception {
        HookedXADataSource datasource = datasource();
        datasource.setHooked(Inner.class.getName());
        datasource.setAlias("default");
        assertThat(applicationName(datasource)).isEqualTo("hooked of default");
    }

    @Test
    void getXAConnection_noSuchClass_isAnErrorThatNamesIt() {
        HookedXADataSource datasource = datasource();
        datasource.setHooked("org.duetdb.Missing");
        assertThatThrownBy(datasource::getXAConnection)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("org.duetdb.Missing");
    }

    @Test
    void resources_ofTwoConnections_areToldApartAsThoseWithin() throws Exception {
        HookedXADataSource datasource = datasource();
        XAConnection one = datasource.getXAConnection();
        XAConnection other = datasource.getXAConnection();
        try {
            XAResource first = one.getXAResource();
            assertThat(first.isSameRM(one.getXAResource())).isTrue();
            assertThat(first.isSameRM(other.getXAResource())).isFalse();
        } finally {
            one.close();
            other.close();
        }
    }
}
