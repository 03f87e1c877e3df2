package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.transaction.SystemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import org.duetdb.DbSession;
import org.duetdb.PoolExhaustedException;
import org.duetdb.Role;
import org.duetdb.ServerError;
import org.duetdb.UnavailableException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** What is said where there is no connection to be had. */
class ConnectionErrorsIT {

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions();

    @BeforeAll
    static void start() throws SQLException {
        try (Connection connection = sessions.databases().primary().connect("app");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE crowd LOGIN PASSWORD 'crowd' CONNECTION LIMIT 0");
        }
    }

    private static UnavailableException refusal(String code, String sqlState, Consumer<PGSimpleDataSource> tuning) {
        DbSession session = sessions.session("default", Role.WRITE, tuning);
        return Failure.of(UnavailableException.class, code, sqlState, () -> session.query("SELECT 1"));
    }

    @Test
    void wrongPassword_namesTheKeyAndNotThePassword() {
        UnavailableException failure = refusal("DUET-102", "28P01", source -> source.setPassword(Failure.SECRET));
        assertThat(failure).hasMessageContaining("refused the user duet_app").hasMessageContaining("database.default");
    }

    @Test
    void unknownDatabase_namesTheKey() {
        refusal("DUET-103", "3D000", source -> source.setDatabaseName("nosuch"));
    }

    @Test
    void serverWithoutAFreeConnection_saysSo() {
        UnavailableException failure = refusal("DUET-104", "53300", source -> {
            source.setUser("crowd");
            source.setPassword("crowd");
        });
        assertThat(failure).hasMessageContaining("takes no more connections");
    }

    @Test
    void serverThatIsNotThere_isUnavailable() {
        UnavailableException failure = refusal("DUET-105", "08001", source -> source.setPortNumbers(new int[] {1}));
        assertThat(failure).hasMessageContaining("no connection to 127.0.0.1");
    }

    /** A pool that fails as often as it is told, in its own words, and lends a connection then. */
    private static final class FailingPool extends PGSimpleDataSource {
        private static final long serialVersionUID = 1L;
        private final transient Throwable reason;
        private final Duration takes;
        private int failures;

        FailingPool(int failures, Throwable reason, Duration takes) {
            this.failures = failures;
            this.reason = reason;
            this.takes = takes;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (failures-- == 0) {
                return sessions.databases().primary().connect("app");
            }
            try {
                Thread.sleep(takes.toMillis());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            throw new SQLException("none to give", new IllegalStateException(reason));
        }
    }

    private static String askedOf(FailingPool pool) {
        return sessions.session("default", Role.WRITE, pool).queryOne(String.class, "SELECT 'lent'");
    }

    private static UnavailableException refusalOf(FailingPool pool) {
        return catchThrowableOfType(UnavailableException.class, () -> askedOf(pool));
    }

    @Test
    void poolThatGivesNoneForTheWholeTimeout_isExhausted() {
        UnavailableException failure = refusalOf(new FailingPool(1, null, TestSessions.CONNECT_TIMEOUT));
        assertThat(failure)
                .isExactlyInstanceOf(PoolExhaustedException.class)
                .hasMessageStartingWith("DUET-107 the pool gave no connection [alias=default");
        assertThat(failure.error()).isEqualTo(ServerError.NONE);
    }

    @Test
    void poolThatStumbles_isAskedAgain() {
        assertThat(askedOf(new FailingPool(2, null, Duration.ZERO))).isEqualTo("lent");
    }

    @Test
    void poolThatFailsAtOnceAndAgain_isNotCalledExhausted() {
        UnavailableException failure = refusalOf(new FailingPool(3, null, Duration.ZERO));
        assertThat(failure)
                .isExactlyInstanceOf(UnavailableException.class)
                .hasMessageStartingWith("DUET-108 the pool could not lend a connection [alias=default");
        assertThat(failure.error()).isEqualTo(ServerError.NONE);
    }

    /** The transaction manager has had its say about the transaction; another connection would not change it. */
    @Test
    void connectionThatTheTransactionManagerDoesNotTake_isNotAskedForAgain() {
        assertThat(refusalOf(new FailingPool(1, new SystemException(), Duration.ZERO)))
                .isExactlyInstanceOf(UnavailableException.class)
                .hasMessageStartingWith("DUET-108 the pool's connection could not join the transaction [alias=default");
    }
}
