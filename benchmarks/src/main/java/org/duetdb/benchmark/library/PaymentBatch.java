package org.duetdb.benchmark.library;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** The plain JDBC batch. */
final class PaymentBatch {

    private PaymentBatch() {}

    static long insert(Connection connection, List<Payment> payments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Statements.INSERT)) {
            for (Payment payment : payments) {
                statement.setLong(1, payment.accountId());
                statement.setBigDecimal(2, payment.amount());
                statement.setString(3, payment.purpose());
                statement.setObject(4, payment.paidAt());
                statement.addBatch();
            }
            return Arrays.stream(statement.executeBatch()).sum();
        }
    }
}
