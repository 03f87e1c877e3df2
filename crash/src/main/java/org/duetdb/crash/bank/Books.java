package org.duetdb.crash.bank;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands in one database.
 *
 * @param total the sum of all accounts
 * @param unbalanced how many accounts do not have what the ledger says
 * @param entries the amount of each transfer that has an entry
 */
public record Books(BigDecimal total, int unbalanced, Map<Long, BigDecimal> entries) {

    private static final String UNBALANCED = """
            SELECT count(*) FROM account
            WHERE balance <> %s
                + (SELECT coalesce(sum(amount), 0) FROM ledger WHERE ledger.account = account.id)
            """;

    static Books read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Map<Long, BigDecimal> entries = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery("SELECT transfer, amount FROM ledger")) {
                while (rows.next()) {
                    entries.put(rows.getLong(1), rows.getBigDecimal(2));
                }
            }
            BigDecimal total = first(statement, "SELECT sum(balance) FROM account");
            BigDecimal unbalanced = first(statement, UNBALANCED.formatted(Bank.FUNDS));
            return new Books(total, unbalanced.intValueExact(), entries);
        }
    }

    private static BigDecimal first(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getBigDecimal(1);
        }
    }
}
