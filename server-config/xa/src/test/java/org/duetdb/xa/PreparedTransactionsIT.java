package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duetdb.xa.XaCode.assertCode;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.transaction.xa.XAException;
import org.duetdb.embedded.EmbeddedDatabases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that prepare no transactions, or no more than a few. */
class PreparedTransactionsIT {

    private static final String NO_ROOM = "DUET-552 the branch was rolled back, for the database takes no more prepared"
            + " transactions [alias=primary, role=write]; raise max_prepared_transactions, and restart PostgreSQL";

    private static void table(EmbeddedDatabases databases) throws SQLException {
        try (Connection connection = databases.primary().connect("app");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE item (id int)");
            statement.execute("ALTER TABLE item OWNER TO duet_app");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void prepare_noRoom_isRolledBackAndSaysWhatToSet(int room) throws Exception {
        try (EmbeddedDatabases databases = EmbeddedDatabases.builder()
                .password("duet_app", TestClusters.PASSWORD)
                .setting("max_prepared_transactions", Integer.toString(room))
                .start()) {
            table(databases);
            DuetXADataSource datasource = new TestServer("node").datasource(databases.primary());
            for (int item = 0; item < room; item++) {
                TestBranch.prepared(datasource, TestXid.next(), item).close();
            }
            try (LogCapture log = new LogCapture();
                    TestBranch branch = TestBranch.written(datasource, TestXid.next(), 9)) {
                assertThat(assertCode(XAException.XA_RBROLLBACK, branch::prepare))
                        .hasMessage(NO_ROOM);
                assertThat(log.messages()).contains(NO_ROOM);
                branch.execute("INSERT INTO item VALUES (10)");
            }
        }
    }
}
