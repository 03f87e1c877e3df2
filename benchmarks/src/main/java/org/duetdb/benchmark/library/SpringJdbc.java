package org.duetdb.benchmark.library;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's {@code JdbcClient}; it has no batch, so that is the {@code JdbcTemplate}'s. */
final class SpringJdbc implements Workloads {

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final TransactionTemplate transactions;

    SpringJdbc(DataSource pool) {
        template = new JdbcTemplate(pool);
        client = JdbcClient.create(template);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @Override
    public Map<String, Object> rowToMap(long id) {
        return client.sql(Statements.BY_KEY).param(id).query().singleRow();
    }

    @Override
    public Account rowToRecord(long id) {
        return client.sql(Statements.BY_KEY).param(id).query(Account.class).single();
    }

    @Override
    public List<Map<String, Object>> rowsToMaps(long first, long last) {
        return client.sql(Statements.RANGE).param(first).param(last).query().listOfRows();
    }

    @Override
    public List<Account> rowsToRecords(long first, long last) {
        return client.sql(Statements.RANGE)
                .param(first)
                .param(last)
                .query(Account.class)
                .list();
    }

    @Override
    public long update(long id, BigDecimal balance) {
        return client.sql(Statements.UPDATE).param(balance).param(id).update();
    }

    @Override
    public long insertBatch(List<Payment> payments) {
        int[][] counts = transactions.execute(status ->
                template.batchUpdate(Statements.INSERT, payments, payments.size(), (statement, payment) -> {
                    statement.setLong(1, payment.accountId());
                    statement.setBigDecimal(2, payment.amount());
                    statement.setString(3, payment.purpose());
                    statement.setObject(4, payment.paidAt());
                }));
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }
}
