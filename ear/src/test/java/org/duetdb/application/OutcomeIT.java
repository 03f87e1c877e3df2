package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.util.concurrent.FutureTask;
import org.duetdb.embedded.HeldCommits;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Client.Answer;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.Pools;
import org.duetdb.fixture.ScenarioTables;
import org.duetdb.fixture.TestRun;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One request, two databases, one outcome: seen by the client, and by whoever looks at the databases. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class OutcomeIT {

    @ArquillianResource
    URI address;

    @Deployment
    static Archive<?> application() {
        return Deployments.application();
    }

    @BeforeEach
    void clear() throws SQLException {
        ScenarioTables.clear(TestRun.databases());
    }

    @AfterEach
    void nothingStaysPreparedOrInUse() throws Exception {
        assertThat(TestRun.databases().preparedTransactions()).isEmpty();
        assertThat(Pools.stillInUse(address)).isZero();
    }

    private Answer outcome(String how) throws Exception {
        return new Client(address).send("POST", "scenario/outcome/" + how + "?key=k");
    }

    private Answer returns(String key) throws Exception {
        return new Client(address).send("POST", "scenario/outcome/return?key=" + key);
    }

    private Answer container(String how) throws Exception {
        return new Client(address).send("POST", "scenario/container/" + how + "?key=k");
    }

    private static void assertBothHave(String... keys) throws SQLException {
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly(keys);
        assertThat(ScenarioTables.analyticsKeys(TestRun.databases())).containsExactly(keys);
    }

    @Test
    void return_commitsBoth() throws Exception {
        assertThat(outcome("return").status()).isEqualTo(200);
        assertBothHave("k");
        assertThat(TestRun.databases().primary().log()).contains("PREPARE TRANSACTION");
    }

    @ParameterizedTest
    @CsvSource({"runtime-exception,500", "checked-exception,500", "error,500", "web-application-exception,418"})
    void anyThrowable_rollsBackBoth(String how, int status) throws Exception {
        assertThat(outcome(how).status()).isEqualTo(status);
        assertBothHave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deferred-constraint", "deferred-constraint-alone"})
    void constraintThatFailsAtCommit_isAnErrorAndRollsBackBoth(String how) throws Exception {
        Answer answer = outcome(how);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.object().getString("sqlState")).isEqualTo("23503");
        assertThat(answer.object().getString("constraint")).isEqualTo("scenario_child_parent");
        assertBothHave();
    }

    /** More often than the pool has connections: none is lost, and none comes back unusable. */
    @ParameterizedTest
    @ValueSource(strings = {"deferred-constraint", "prepare-refused"})
    void commitThatFails_losesNoConnection(String how) throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(outcome(how).status()).isBetween(400, 599);
            assertBothHave();
        }
        assertThat(outcome("return").status()).isEqualTo(200);
        assertBothHave("k");
    }

    /** More often than the pool has connections, and the pool comes back to life by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"connection-lost", "connection-lost-in-savepoint"})
    void connectionLostInATransaction_isUnavailableAndRollsBackBoth(String how) throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(outcome(how).status()).isEqualTo(503);
        }
        assertBothHave();
        assertThat(outcome("return").status()).isEqualTo(200);
        assertBothHave("k");
    }

    /** Whatever state it is in, it is not the next one's trouble. */
    @ParameterizedTest
    @ValueSource(strings = {"connection-lost", "prepare-refused"})
    void transactionThatCouldNotBeEnded_isNotNoticedByTheNext(String how) throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(outcome(how).status()).isBetween(500, 599);
            assertThat(returns("next-" + i).status()).isEqualTo(200);
        }
    }

    /** The commit has not been sent yet, so that all is known. */
    @Test
    void connectionLostBeforeTheCommit_isUnavailableAndRollsBack() throws Exception {
        FutureTask<Answer> answer = new FutureTask<>(() -> outcome("return-later"));
        new Thread(answer).start();
        while (!ScenarioTables.endSessionInTransaction(TestRun.databases())) {
            assertThat(answer).isNotDone();
        }
        assertThat(answer.get().status()).isEqualTo(503);
        assertBothHave();
    }

    /** It has happened in the database, and nobody has been told. */
    @Test
    void connectionLostInTheCommit_isAnUnknownOutcome() throws Exception {
        Answer answer = outcomeOfALostCommit("return-alone");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.object().getString("type")).endsWith("unknown-outcome");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly("k");
    }

    /** Prepared, and nobody has been told: nothing is decided yet, so it is rolled back. */
    @Test
    void connectionLostInThePrepare_rollsBackBoth() throws Exception {
        assertThat(outcomeOfALostCommit("return").status()).isBetween(500, 599);
        assertBothHave();
    }

    private Answer outcomeOfALostCommit(String how) throws Exception {
        FutureTask<Answer> answer = new FutureTask<>(() -> outcome(how));
        try (HeldCommits held = HeldCommits.of(TestRun.databases().primary())) {
            new Thread(answer).start();
            held.await();
            held.terminate();
        }
        return answer.get();
    }

    @Test
    void swallowedViolation_cannotCommit() throws Exception {
        Answer answer = outcome("swallowed");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.object().getString("sqlState")).isEqualTo("23505");
        assertBothHave();
    }

    @Test
    void autoCommitOff_rollsBack() throws Exception {
        assertThat(outcome("auto-commit-off").status()).isEqualTo(200);
        assertBothHave();
    }

    @Test
    void autoCommitOff_commitOfOnesOwn_commitsBoth() throws Exception {
        assertThat(outcome("auto-commit-off-and-commit").body()).isEqualTo("committed");
        assertBothHave("k");
    }

    @Test
    void statementsWithoutTransaction_stayWhateverTheMethodDoes() throws Exception {
        assertThat(outcome("alone-then-throw").status()).isEqualTo(500);
        assertBothHave("k");
    }

    @Test
    void setRollbackOnly_rollsBackAndReturns() throws Exception {
        assertThat(outcome("rollback-only").body()).isEqualTo("undone");
        assertBothHave();
    }

    @Test
    void rollback_thenBeginAgain_commitsTheSecond() throws Exception {
        assertThat(outcome("rollback-and-again").body()).isEqualTo("ROLLED_BACK ROLLED_BACK written");
        assertBothHave("k");
    }

    @Test
    void commit_thenThrow_keepsWhatWasCommitted() throws Exception {
        assertThat(outcome("commit-then-throw").status()).isEqualTo(500);
        assertBothHave("k");
    }

    @Test
    void transactionOfWork_commitsBoth() throws Exception {
        assertThat(outcome("work").body()).isEqualTo("IN_TRANSACTION");
        assertBothHave("k");
    }

    @Test
    void failureInASavepoint_undoesThatPartInBothDatabases() throws Exception {
        assertThat(outcome("savepoint").body()).isEqualTo("undone");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly("after-k", "k");
        assertThat(ScenarioTables.analyticsKeys(TestRun.databases())).containsExactly("k");
    }

    @Test
    void failureCaughtInASavepoint_undoesThatSavepointAndNotTheTransaction() throws Exception {
        assertThat(outcome("nested-savepoints").body()).isEqualTo("UniqueViolationException");
        assertBothHave("k");
    }

    @Test
    void transactional_commitsBoth() throws Exception {
        assertThat(container("transactional").body()).isEqualTo("IN_TRANSACTION IN_TRANSACTION");
        assertBothHave("k");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transactional-throws", "transactional-swallows", "transactional-deferred"})
    void transactionalThatFails_isAnErrorAndRollsBackBoth(String how) throws Exception {
        assertThat(container(how).status()).isGreaterThanOrEqualTo(400);
        assertBothHave();
    }

    @Test
    void begin_insideTransactional_isRefused() throws Exception {
        assertThat(container("transactional-begin").status()).isEqualTo(500);
    }

    @Test
    void requiresNew_commitsAlone() throws Exception {
        assertThat(container("requires-new").status()).isEqualTo(500);
        assertBothHave("inner-k");
    }

    @Test
    void failureInAJoinedBean_cannotLookLikeACommit() throws Exception {
        assertThat(container("joined-and-caught").status()).isEqualTo(500);
        assertBothHave();
    }

    @Test
    void beanWithoutUnitOfWork_joinsThatOfItsCaller() throws Exception {
        assertThat(container("bare-bean-begin").body()).isEqualTo("IN_TRANSACTION");
    }

    @Test
    void sessionBean_writesInItsContainersTransaction() throws Exception {
        assertThat(container("session-bean").body()).isEqualTo("IN_TRANSACTION");
        assertBothHave("k");
    }

    @Test
    void sessionBean_withinTheTransactionOfTheRequest_takesPartAndLeavesItUsable() throws Exception {
        assertThat(container("session-bean-within").body()).isEqualTo("IN_TRANSACTION");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly("k", "k-before", "k-z");
        assertThat(ScenarioTables.analyticsKeys(TestRun.databases())).containsExactly("k", "k-z");
    }

    @Test
    void sessionBean_withinARequestThatThrows_isRolledBackWithIt() throws Exception {
        assertThat(container("session-bean-within-throws").status()).isEqualTo(500);
        assertBothHave();
    }

    @Test
    void beginInASessionBean_isRefusedThoughTheResourceMay() throws Exception {
        assertThat(container("session-bean-begins").body()).isEqualTo("DUET-304");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly("k");
        assertThat(ScenarioTables.analyticsKeys(TestRun.databases())).isEmpty();
    }

    @Test
    void failureInASessionBean_passesItsBoundaryAsItIsAndRollsBack() throws Exception {
        assertThat(container("session-bean-fails").status()).isEqualTo(409);
        assertBothHave();
    }
}
