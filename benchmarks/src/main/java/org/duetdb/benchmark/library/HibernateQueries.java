package org.duetdb.benchmark.library;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/**
 * Hibernate's native queries, in a stateless session for each call. They have no batch: that is the stateless
 * session's, for an entity.
 */
final class HibernateQueries implements Workloads {

    private final SessionFactory factory;

    HibernateQueries(DataSource pool) {
        Configuration configuration = new Configuration().addAnnotatedClass(PaymentEntity.class);
        configuration.getProperties().put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
        configuration.setProperty("hibernate.jdbc.batch_size", "1000");
        // an update by key in auto-commit, as the others do it
        configuration.setProperty("hibernate.allow_update_outside_transaction", "true");
        factory = configuration.buildSessionFactory();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> rowToMap(long id) {
        try (StatelessSession session = factory.openStatelessSession()) {
            return typed(session.createNativeQuery(Statements.BY_KEY, Map.class))
                    .setParameter(1, id)
                    .getSingleResult();
        }
    }

    @Override
    public Account rowToRecord(long id) {
        try (StatelessSession session = factory.openStatelessSession()) {
            return typed(session.createNativeQuery(Statements.BY_KEY, Account.class))
                    .setParameter(1, id)
                    .getSingleResult();
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public List<Map<String, Object>> rowsToMaps(long first, long last) {
        try (StatelessSession session = factory.openStatelessSession()) {
            return (List) typed(session.createNativeQuery(Statements.RANGE, Map.class))
                    .setParameter(1, first)
                    .setParameter(2, last)
                    .getResultList();
        }
    }

    @Override
    public List<Account> rowsToRecords(long first, long last) {
        try (StatelessSession session = factory.openStatelessSession()) {
            return typed(session.createNativeQuery(Statements.RANGE, Account.class))
                    .setParameter(1, first)
                    .setParameter(2, last)
                    .getResultList();
        }
    }

    /** Without this it would ask the driver for the types of every result, and read a timestamptz as Instant. */
    private static <T> NativeQuery<T> typed(NativeQuery<T> query) {
        return query.addScalar("id", StandardBasicTypes.LONG)
                .addScalar("name", StandardBasicTypes.STRING)
                .addScalar("email", StandardBasicTypes.STRING)
                .addScalar("balance", StandardBasicTypes.BIG_DECIMAL)
                .addScalar("active", StandardBasicTypes.BOOLEAN)
                .addScalar("visits", StandardBasicTypes.INTEGER)
                .addScalar("note", StandardBasicTypes.STRING)
                .addScalar("created_at", OffsetDateTime.class);
    }

    @Override
    public long update(long id, BigDecimal balance) {
        try (StatelessSession session = factory.openStatelessSession()) {
            return session.createNativeMutationQuery(Statements.UPDATE)
                    .setParameter(1, balance)
                    .setParameter(2, id)
                    .executeUpdate();
        }
    }

    @Override
    public long insertBatch(List<Payment> payments) {
        factory.inStatelessTransaction(
                session -> payments.forEach(payment -> session.insert(new PaymentEntity(payment))));
        return payments.size();
    }

    @Override
    public void close() {
        factory.close();
    }
}
