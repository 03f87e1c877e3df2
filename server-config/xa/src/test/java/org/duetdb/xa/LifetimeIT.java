package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections that become too old, and transactions that hold one for too long. */
@Timeout(60)
class LifetimeIT {

    @RegisterExtension
    static final TestClusters CLUSTERS = new TestClusters();

    private final DuetXADataSource datasource = new TestServer("node").datasource(CLUSTERS.primary());

    @Test
    void isValid_connectionIsTooOld_isFalseOnceTheBranchHasEnded() throws Exception {
        datasource.setMaxLifetime(1);
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next())) {
            Thread.sleep(Duration.ofSeconds(1).toMillis());
            assertThat(branch.connection().isValid(5)).as("in a branch").isTrue();
            branch.execute("INSERT INTO item VALUES (1)").end().commitOnePhase();
            assertThat(branch.connection().isValid(5)).isFalse();
        }
        assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
    }

    @Test
    void isValid_noLifetime_isTheDrivers() throws Exception {
        try (TestBranch branch = TestBranch.on(datasource, TestXid.next())) {
            assertThat(branch.connection().isValid(5)).isTrue();
            CLUSTERS.terminate(branch);
            assertThat(branch.connection().isValid(5)).isFalse();
        }
    }

    @Test
    void isValid_withinTheValidationPeriod_isNotAsked() throws Exception {
        datasource.setValidationPeriod(60_000);
        try (TestBranch branch = TestBranch.on(datasource, TestXid.next())) {
            CLUSTERS.terminate(branch);
            assertThat(branch.connection().isValid(5)).as("nobody has noticed").isTrue();
            branch.swallow("SELECT 1");
            assertThat(branch.connection().isValid(5)).as("the driver has").isFalse();
        }
    }

    @Test
    void isValid_afterTheValidationPeriod_isAsked() throws Exception {
        datasource.setValidationPeriod(300);
        try (TestBranch branch = TestBranch.on(datasource, TestXid.next())) {
            Thread.sleep(300);
            assertThat(branch.connection().isValid(5)).isTrue();
            Thread.sleep(300);
            CLUSTERS.terminate(branch);
            assertThat(branch.connection().isValid(5)).isFalse();
        }
    }

    @Test
    void isValid_inABranch_isTheDrivers() throws Exception {
        datasource.setValidationPeriod(60_000);
        try (TestBranch branch = TestBranch.start(datasource, TestXid.next())) {
            CLUSTERS.terminate(branch);
            assertThat(branch.connection().isValid(5)).isFalse();
        }
    }

    @Test
    void isValid_handleIsClosed_isFalse() throws Exception {
        datasource.setValidationPeriod(60_000);
        try (TestBranch branch = TestBranch.on(datasource, TestXid.next())) {
            branch.connection().close();
            assertThat(branch.connection().isValid(5)).isFalse();
        }
    }

    @Test
    void leak_heldTooLong_isSaidOnceWithWhoTookIt() throws Exception {
        datasource.setLeakTimeout(1);
        try (LogCapture log = new LogCapture();
                TestBranch branch = TestBranch.start(datasource, TestXid.next())) {
            while (log.records().isEmpty()) {
                Thread.sleep(20);
            }
            branch.execute("INSERT INTO item VALUES (1)").end().commitOnePhase();
            assertThat(log.messages())
                    .containsExactly("DUET-550 a transaction has held its connection for more than 1 s"
                            + " [alias=primary, role=write]; end it sooner, or raise leak-timeout");
            assertThat(log.records().get(0).getThrown().getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(LifetimeIT.class.getName()));
        }
        assertThat(CLUSTERS.items(CLUSTERS.primary())).containsExactly("1");
    }

    @Test
    void leak_endedInTime_isNotSaidAndTheThreadGoesAway() throws Exception {
        datasource.setLeakTimeout(1);
        try (LogCapture log = new LogCapture();
                TestBranch branch = TestBranch.start(datasource, TestXid.next())) {
            assertThat(isWatching()).isTrue();
            branch.execute("SELECT 1").end();
            assertThat(branch.prepare()).isEqualTo(XAResource.XA_RDONLY);
            while (isWatching()) {
                Thread.sleep(20);
            }
            assertThat(log.messages()).isEmpty();
        }
    }

    private static boolean isWatching() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("duet-leak-watch") && thread.isDaemon());
    }
}
