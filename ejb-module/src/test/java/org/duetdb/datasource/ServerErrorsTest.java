package org.duetdb.datasource;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.duetdb.ServerError;
import org.junit.jupiter.api.Test;

class ServerErrorsTest {

    private static XAException refusal(String state) {
        XAException refusal = new XAException(XAException.XA_RBTRANSIENT);
        refusal.initCause(new SQLException("said by the database", state));
        return refusal;
    }

    @Test
    void find_handedOnBesideTheManagersException_isFound() {
        RollbackException outcome = new RollbackException("by the transaction manager");
        outcome.addSuppressed(new IllegalStateException("of no database"));
        outcome.addSuppressed(refusal("40001"));
        assertThat(ServerErrors.find(outcome)).map(ServerError::sqlState).contains("40001");
    }

    @Test
    void find_causeAndAnotherBesideIt_isTheCause() {
        SQLException failure = new SQLException("first", "23505");
        failure.addSuppressed(new SQLException("when it was closed", "08003"));
        assertThat(ServerErrors.find(failure)).map(ServerError::sqlState).contains("23505");
    }

    @Test
    void find_nothingOfADatabase_isEmpty() {
        RollbackException outcome = new RollbackException("by the transaction manager");
        outcome.addSuppressed(new IllegalStateException("of no database"));
        assertThat(ServerErrors.find(outcome)).isEmpty();
    }
}
