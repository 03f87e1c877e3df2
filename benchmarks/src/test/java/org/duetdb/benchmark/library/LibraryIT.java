package org.duetdb.benchmark.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.benchmark.database.AccountsDatabase;
import org.duetdb.benchmark.harness.ConnectionPool;
import org.duetdb.config.DatabaseSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared does the same. */
class LibraryIT {

    private static final OffsetDateTime CREATED = OffsetDateTime.of(2026, 1, 1, 0, 0, 7, 0, ZoneOffset.UTC);
    private static final Account SEVENTH =
            new Account(7, "Account holder 7", "holder.7@example.org", new BigDecimal("8.75"), true, 7, null, CREATED);

    private static AccountsDatabase database;

    private HikariDataSource pool;
    private Workloads workloads;

    @BeforeAll
    static void start() throws Exception {
        database = AccountsDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private void open(Library library, Workload workload) {
        assumeTrue(library.offers(workload));
        DatabaseSettings settings = database.settings();
        pool = ConnectionPool.open(
                settings.address().jdbcUrl(),
                settings.user(),
                settings.password().reveal(),
                workload);
        workloads = library.open(pool);
    }

    @AfterEach
    void close() throws Exception {
        if (workloads != null) {
            workloads.close();
            pool.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowToMap_hasTheValuesOfEveryColumn(Library library) {
        open(library, Workload.ROW_TO_MAP);
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("id", 7L);
        expected.put("name", SEVENTH.name());
        expected.put("email", SEVENTH.email());
        expected.put("balance", SEVENTH.balance());
        expected.put("active", true);
        expected.put("visits", 7);
        expected.put("note", null);
        expected.put("created_at", CREATED);
        assertThat(comparable(workloads.rowToMap(7))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void rowToRecord_hasTheValuesOfEveryColumn(Library library) {
        open(library, Workload.ROW_TO_RECORD);
        assertThat(comparable(workloads.rowToRecord(7))).isEqualTo(SEVENTH);
    }

    @ParameterizedTest
    @EnumSource
    void rowsToMaps_areAllOfTheRangeInTheirOrder(Library library) {
        open(library, Workload.ROWS_100_TO_MAPS);
        List<? extends Map<String, ?>> rows = workloads.rowsToMaps(101, 200);
        assertThat(rows).hasSize(100);
        assertThat(comparable(rows.get(99)))
                .containsEntry("id", 200L)
                .containsEntry("note", "a note of the usual length");
    }

    @ParameterizedTest
    @EnumSource
    void rowsToRecords_areAllOfTheRangeInTheirOrder(Library library) {
        open(library, Workload.ROWS_10000_TO_RECORDS);
        List<Account> rows = workloads.rowsToRecords(1, Workload.ACCOUNTS);
        assertThat(rows).hasSize(Workload.ACCOUNTS);
        assertThat(comparable(rows.get(6))).isEqualTo(SEVENTH);
    }

    @ParameterizedTest
    @EnumSource
    void update_changesOneRowForEverybody(Library library) throws Exception {
        open(library, Workload.UPDATE);
        BigDecimal balance = BigDecimal.valueOf(1_000 + library.ordinal(), 2);
        assertThat(workloads.update(500, balance)).isEqualTo(1);
        assertThat(ask("SELECT balance FROM accounts WHERE id = 500")).isEqualTo(balance.toString());
        assertThat(ask("SHOW synchronous_commit")).isEqualTo("off");
    }

    @ParameterizedTest
    @EnumSource
    void insertBatch_addsEveryRow(Library library) throws Exception {
        open(library, Workload.BATCH);
        String count = "SELECT count(*) || ' ' || sum(amount) || ' ' || max(paid_at) FROM payments";
        ask("DELETE FROM payments RETURNING 1");
        assertThat(workloads.insertBatch(Payment.series(1_000))).isEqualTo(1_000);
        assertThat(ask(count)).isEqualTo("1000 625625.00 2026-01-01 00:16:40+00");
    }

    @ParameterizedTest
    @EnumSource
    void insertBulk_addsEveryRow(Library library) throws Exception {
        open(library, Workload.BULK);
        ask("DELETE FROM payments RETURNING 1");
        assertThat(workloads.insertBulk(Payment.series(1_000))).isEqualTo(1_000);
        assertThat(ask("SELECT count(*) || ' ' || sum(amount) FROM payments")).isEqualTo("1000 625625.00");
    }

    private String ask(String sql) throws Exception {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        }
    }

    /** Some give what the driver gives by itself: a Timestamp of the same moment. */
    private static Map<String, Object> comparable(Map<String, ?> row) {
        Map<String, Object> copy = new LinkedHashMap<>(row);
        copy.computeIfPresent(
                "created_at",
                (label, value) -> value instanceof Timestamp moment
                        ? moment.toInstant().atOffset(ZoneOffset.UTC)
                        : ((OffsetDateTime) value).withOffsetSameInstant(ZoneOffset.UTC));
        return copy;
    }

    private static Account comparable(Account account) {
        return new Account(
                account.id(),
                account.name(),
                account.email(),
                account.balance(),
                account.active(),
                account.visits(),
                account.note(),
                account.createdAt().withOffsetSameInstant(ZoneOffset.UTC));
    }
}
