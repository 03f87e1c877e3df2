package org.duetdb.benchmark.library;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** jOOQ with plain SQL, and without its logging of every statement. */
final class JooqContext implements Workloads {

    private final DSLContext context;

    JooqContext(DataSource pool) {
        context = DSL.using(pool, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
    }

    @Override
    public Map<String, Object> rowToMap(long id) {
        return context.fetchSingle(Statements.BY_KEY, id).intoMap();
    }

    @Override
    public Account rowToRecord(long id) {
        return context.fetchSingle(Statements.BY_KEY, id).into(Account.class);
    }

    @Override
    public List<Map<String, Object>> rowsToMaps(long first, long last) {
        return context.fetch(Statements.RANGE, first, last).intoMaps();
    }

    @Override
    public List<Account> rowsToRecords(long first, long last) {
        return context.fetch(Statements.RANGE, first, last).into(Account.class);
    }

    @Override
    public long update(long id, BigDecimal balance) {
        return context.execute(Statements.UPDATE, balance, id);
    }

    @Override
    public long insertBatch(List<Payment> payments) {
        return context.transactionResult(transaction -> {
            BatchBindStep batch = transaction.dsl().batch(insertion(transaction.dsl()));
            for (Payment payment : payments) {
                batch.bind(payment.accountId(), payment.amount(), payment.purpose(), payment.paidAt());
            }
            return Arrays.stream(batch.execute()).sum();
        });
    }

    /** Plain SQL would bind the time as text, which the server refuses here. */
    private static Query insertion(DSLContext context) {
        return context.insertInto(
                        DSL.table("payments"),
                        DSL.field("account_id", Long.class),
                        DSL.field("amount", BigDecimal.class),
                        DSL.field("purpose", String.class),
                        DSL.field("paid_at", OffsetDateTime.class))
                .values((Long) null, null, null, null);
    }
}
