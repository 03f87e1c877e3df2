package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.duetdb.DatabaseException;
import org.duetdb.ResultStream;
import org.duetdb.Role;
import org.duetdb.Row;
import org.duetdb.SessionClosedException;
import org.duetdb.WrongThreadException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Results that are read while they are used, outside transactions. */
class ResultStreamIT {

    private static final String NUMBERS = "SELECT n FROM generate_series(1, $1::int) AS n";

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions();

    private JdbcDbSession standby;

    @BeforeEach
    void session() {
        standby = sessions.session("default", Role.READ);
    }

    @AfterEach
    void everyConnectionHasBeenGivenBack() {
        standby.close();
        assertThat(openStreams()).isZero();
    }

    private static int openStreams() {
        return sessions.session("default", Role.READ)
                .queryOne(
                        Integer.class,
                        "SELECT count(*)::int FROM pg_stat_activity WHERE state = 'idle in transaction'"
                                + " AND query LIKE $1",
                        "FETCH%");
    }

    @Test
    void stream_rowsBeyondTheFetchSize_allComeInOrder() {
        try (Stream<Integer> numbers =
                standby.stream(Integer.class, NUMBERS, 1_003).fetchSize(100).rows()) {
            assertThat(numbers).hasSize(1_003).isSorted();
        }
    }

    @Test
    void stream_whileOpen_hasFetchedNoMoreThanItsSize() {
        try (ResultStream<Row> numbers = standby.stream(NUMBERS, 10_000_000).fetchSize(10)) {
            Iterator<Row> rows = numbers.iterator();
            assertThat(rows.next().asInt("n")).isEqualTo(1);
            assertThat(openStreams()).isEqualTo(1);
        }
        assertThat(openStreams()).isZero();
    }

    @Test
    void stream_readToItsEnd_hasGivenItsConnectionBack() {
        ResultStream<Row> numbers = standby.stream(NUMBERS, 3);
        numbers.forEach(row -> assertThat(openStreams()).isEqualTo(1));
        assertThat(openStreams()).isZero();
    }

    /** The driver keeps what it prepares under its text, together with the columns that came of it. */
    @Test
    void stream_onAConnectionThatHasStreamedOthers_readsItsOwnColumns() throws SQLException {
        JdbcDbSession pooled = sessions.pooledSession("default", Role.READ);
        String numbers = "SELECT n AS a FROM generate_series(1, 50) AS n";
        String texts = "SELECT n AS b, 'row ' || n AS c, now() AS d FROM generate_series(1, 50) AS n";
        for (String sql : List.of(numbers, texts, numbers)) {
            try (Stream<Row> rows = pooled.stream(sql).fetchSize(5).rows()) {
                assertThat(rows.map(row -> row.get(sql.equals(numbers) ? "a" : "b")))
                        .hasSize(50)
                        .doesNotContainNull();
            }
        }
        pooled.close();
    }

    @Test
    void stream_noRow_isEmpty() {
        assertThat(standby.stream(NUMBERS, 0).iterator().hasNext()).isFalse();
    }

    @Test
    void stream_notAskedForRows_takesNoConnection() {
        try (ResultStream<Row> unused = standby.stream("this is no SQL")) {
            assertThat(unused).isNotNull();
        }
    }

    @Test
    void stream_sessionEnds_isCutAndNotTakenForComplete() {
        Iterator<Row> rows = standby.stream(NUMBERS, 10).iterator();
        rows.next();
        standby.close();
        assertThatThrownBy(rows::hasNext).isInstanceOf(SessionClosedException.class);
        assertThat(openStreams()).isZero();
    }

    @Test
    void stream_statementFailsInItsMidst_throwsAndGivesTheConnectionBack() {
        Iterator<Row> rows = standby.stream("SELECT 1 / (5 - n) AS q FROM generate_series(1, 10) AS n")
                .fetchSize(2)
                .iterator();
        rows.next();
        assertThatThrownBy(() -> rows.forEachRemaining(row -> {}))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("22012");
        assertThat(openStreams()).isZero();
        assertThatThrownBy(rows::hasNext).isInstanceOf(SessionClosedException.class);
    }

    @Test
    void stream_closedEarly_hasNoFurtherRow() {
        ResultStream<Row> numbers = standby.stream(NUMBERS, 10);
        Iterator<Row> rows = numbers.iterator();
        rows.next();
        numbers.close();
        assertThat(rows.hasNext()).isFalse();
        numbers.close();
    }

    @Test
    void stream_askedTwice_isRefused() {
        ResultStream<Row> numbers = standby.stream(NUMBERS, 1);
        numbers.iterator();
        assertThatThrownBy(numbers::iterator).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> numbers.fetchSize(5)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stream_askedAgainAfterItWasCut_saysThatItWas() {
        ResultStream<Row> numbers = standby.stream(NUMBERS, 10);
        numbers.iterator().next();
        standby.close();
        assertThatThrownBy(numbers::iterator)
                .isInstanceOf(SessionClosedException.class)
                .hasMessageContaining("DUET-218");
    }

    @Test
    void session_otherThread_isRefused() {
        JdbcDbSession confined = sessions.confinedSession("default", Role.READ);
        assertThat(confined.queryOne(Integer.class, "SELECT 1")).isEqualTo(1);
        assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> confined.queryOne("SELECT 1 AS n"))
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WrongThreadException.class);
    }
}
