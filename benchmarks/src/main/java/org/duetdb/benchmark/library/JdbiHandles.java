package org.duetdb.benchmark.library;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Jdbi 3: a handle for each call. */
final class JdbiHandles implements Workloads {

    private final Jdbi jdbi;

    JdbiHandles(DataSource pool) {
        jdbi = Jdbi.create(pool).registerRowMapper(ConstructorMapper.factory(Account.class));
    }

    @Override
    public Map<String, ?> rowToMap(long id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(Statements.BY_KEY).bind(0, id).mapToMap().one());
    }

    @Override
    public Account rowToRecord(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(Statements.BY_KEY)
                .bind(0, id)
                .mapTo(Account.class)
                .one());
    }

    @Override
    public List<Map<String, Object>> rowsToMaps(long first, long last) {
        return jdbi.withHandle(handle -> handle.createQuery(Statements.RANGE)
                .bind(0, first)
                .bind(1, last)
                .mapToMap()
                .list());
    }

    @Override
    public List<Account> rowsToRecords(long first, long last) {
        return jdbi.withHandle(handle -> handle.createQuery(Statements.RANGE)
                .bind(0, first)
                .bind(1, last)
                .mapTo(Account.class)
                .list());
    }

    @Override
    public long update(long id, BigDecimal balance) {
        return jdbi.withHandle(handle -> handle.createUpdate(Statements.UPDATE)
                .bind(0, balance)
                .bind(1, id)
                .execute());
    }

    @Override
    public long insertBatch(List<Payment> payments) {
        return jdbi.inTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(Statements.INSERT);
            for (Payment payment : payments) {
                batch.add(payment.accountId(), payment.amount(), payment.purpose(), payment.paidAt());
            }
            return Arrays.stream(batch.execute()).sum();
        });
    }
}
