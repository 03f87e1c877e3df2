package org.duetdb.benchmark.library;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.duetdb.DbSession;
import org.duetdb.Role;
import org.duetdb.Row;
import org.duetdb.catalog.Binding;
import org.duetdb.config.Settings;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.session.SessionServices;

/** A session of the write role, as a request has one, but for the container around it. */
final class DuetSession implements Workloads {

    /** The connections come from the pool: this names them in messages. */
    private static final Map<String, String> NAMED = Map.of("database.default.url", "postgresql://127.0.0.1/app");

    private static final String BY_KEY = Statements.numbered(Statements.BY_KEY);
    private static final String RANGE = Statements.numbered(Statements.RANGE);
    private static final String UPDATE = Statements.numbered(Statements.UPDATE);
    private static final String INSERT = Statements.numbered(Statements.INSERT);

    private final DbSession session;

    DuetSession(DataSource pool) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(NAMED, "benchmark", 100))
                .build();
        Binding binding = Settings.read(config, Set.of()).databases().stream()
                .filter(settings -> settings.role() == Role.WRITE)
                .map(Binding::new)
                .findFirst()
                .orElseThrow();
        session = new JdbcDbSession(
                new ContainerDataSource(binding, () -> Optional.of(pool)),
                new LocalTransactions(),
                new SessionServices(),
                Thread.currentThread());
    }

    @Override
    public Row rowToMap(long id) {
        return session.queryOne(BY_KEY, id);
    }

    @Override
    public Account rowToRecord(long id) {
        return session.queryOne(Account.class, BY_KEY, id);
    }

    @Override
    public List<Row> rowsToMaps(long first, long last) {
        return session.query(RANGE, first, last);
    }

    @Override
    public List<Account> rowsToRecords(long first, long last) {
        return session.query(Account.class, RANGE, first, last);
    }

    @Override
    public long update(long id, BigDecimal balance) {
        return session.execute(UPDATE, balance, id);
    }

    @Override
    public long insertBatch(List<Payment> payments) {
        return session.executeMany(
                INSERT,
                payments.stream()
                        .map(payment ->
                                List.of(payment.accountId(), payment.amount(), payment.purpose(), payment.paidAt()))
                        .toList());
    }

    @Override
    public long insertBulk(List<Payment> payments) {
        return session.into("payments").insert(payments);
    }
}
