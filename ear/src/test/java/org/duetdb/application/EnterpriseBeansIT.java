package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.fixture.Deployments;
import org.duetdb.scenario.AsynchronousBean;
import org.duetdb.scenario.BeanManagedTimer;
import org.duetdb.scenario.StartupBean;
import org.duetdb.scenario.TimerBean;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Injected sessions where the container calls without a request of a client: timers, asynchronous methods, start. */
@ExtendWith(ArquillianExtension.class)
class EnterpriseBeansIT {

    private static final String COUNT = "SELECT count(*)::int FROM scenario WHERE key = $1";

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @EJB
    AsynchronousBean asynchronous;

    @EJB
    TimerBean timer;

    @EJB
    BeanManagedTimer beanManagedTimer;

    @EJB
    StartupBean startup;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(EnterpriseBeansIT.class);
    }

    @BeforeEach
    void clear() {
        main.execute("DELETE FROM scenario WHERE key NOT LIKE 'startup-%'");
        analytics.execute("DELETE FROM scenario");
    }

    @AfterEach
    void nothingStaysPrepared() {
        assertEquals(0, main.queryOne(Integer.class, "SELECT count(*)::int FROM pg_prepared_xacts"));
    }

    private int committed(DbSession session, String key) {
        return session.queryOne(Integer.class, COUNT, key);
    }

    private void awaitCommitted(DbSession session, String key) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (committed(session, key) == 0 && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        assertEquals(1, committed(session, key), key);
    }

    @Test
    void startup_writesInTheTransactionOfTheContainer() {
        assertEquals("IN_TRANSACTION", startup.state());
        assertEquals(1, committed(main, startup.key()));
    }

    @Test
    void asynchronousMethod_writesBothInARequestOfItsOwn() throws Exception {
        assertNotEquals(main.requestId(), asynchronous.write("k").get());
        awaitCommitted(main, "k");
        awaitCommitted(analytics, "k");
    }

    @Test
    void asynchronousMethodThatThrows_rollsBackBoth() {
        assertThrows(
                ExecutionException.class, () -> asynchronous.writeAndThrow("k").get());
        assertEquals(0, committed(main, "k") + committed(analytics, "k"));
    }

    @Test
    void timer_writesBothInTheTransactionOfTheContainer() throws Exception {
        timer.start("k");
        awaitCommitted(main, "k-done");
        awaitCommitted(analytics, "k-done");
        assertEquals(1, committed(main, "k-IN_TRANSACTION"));
    }

    /** The rows of the attempt that failed would violate the key of the second one. */
    @Test
    void timerThatThrows_rollsBackAndIsCalledAgain() throws Exception {
        timer.startFailing("k");
        awaitCommitted(main, "k-done");
        awaitCommitted(analytics, "k-done");
    }

    @Test
    void schedule_writesBoth() throws Exception {
        timer.schedule("scheduled");
        awaitCommitted(main, "scheduled");
        awaitCommitted(analytics, "scheduled");
    }

    @Test
    void timerOfABeanThatManagesItsTransactions_isAUnitOfWorkByTheAnnotation() throws Exception {
        beanManagedTimer.start("k");
        awaitCommitted(main, "k");
    }
}
