package org.duetdb.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However it ends, nothing is left. */
@Timeout(120)
class EmbeddedDatabasesEndIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void close_runningDatabases_leavesNoProcessAndNoFolder() {
        EmbeddedDatabases databases = EmbeddedDatabases.start();
        Path folder = databases.folder();
        List<Pid> processes =
                withChildren(databases.primary().pid(), databases.standby().pid());
        assertThat(processes).hasSizeGreaterThan(10);

        databases.close();

        assertThat(processes).noneMatch(Pid::isRunning);
        assertThat(folder).doesNotExist();
        databases.close();
    }

    @Test
    void owner_killed_leavesNoProcessAndNoFolder() throws Exception {
        try (OwnerJvm owner = new OwnerJvm(DatabasesOwner.class)) {
            Path folder = Path.of(owner.line());
            List<Pid> processes = processes(owner);

            owner.process().kill();

            assertThat(Polling.until(SOON, () -> processes.stream().noneMatch(Pid::isRunning)))
                    .isTrue();
            assertThat(Polling.until(SOON, () -> !Files.exists(folder))).isTrue();
        }
    }

    @Test
    void owner_toldToEnd_isGoneAfterAllElse() throws Exception {
        try (OwnerJvm owner = new OwnerJvm(DatabasesOwner.class)) {
            Path folder = Path.of(owner.line());
            List<Pid> processes = processes(owner);

            owner.process().stop();

            assertThat(owner.process().exitValue()).isEqualTo(128 + 15);
            assertThat(processes).noneMatch(Pid::isRunning);
            assertThat(folder).doesNotExist();
        }
    }

    private static List<Pid> processes(OwnerJvm owner) throws InterruptedException {
        List<Pid> processes =
                withChildren(Long.parseLong(owner.line()), Long.parseLong(owner.line()), Long.parseLong(owner.line()));
        assertThat(processes).hasSizeGreaterThan(15);
        return processes;
    }

    private static List<Pid> withChildren(long... servers) {
        List<Pid> processes = new ArrayList<>();
        for (long server : servers) {
            ProcessHandle handle = ProcessHandle.of(server).orElseThrow();
            Stream.concat(Stream.of(handle), handle.children())
                    .map(ProcessHandle::pid)
                    .map(Pid::new)
                    .forEach(processes::add);
        }
        return processes;
    }

    @Test
    void start_settingThatDoesNotExist_saysSoAndLeavesNothing() {
        assertThatThrownBy(() -> EmbeddedDatabases.builder()
                        .setting("no_such_setting", "1")
                        .start())
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("ended at once")
                .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
    }

    @Test
    void start_asNobody_works() throws Exception {
        assumeThat(ServerAccount.CALLER.works()).as("this is not root").isFalse();
        assumeThat(ServerAccount.NOBODY.works()).as("setpriv works").isTrue();
        try (EmbeddedDatabases databases =
                EmbeddedDatabases.builder().account(ServerAccount.NOBODY).start()) {
            assertThat(Files.getAttribute(
                            Path.of("/proc", Long.toString(databases.primary().pid())), "unix:uid"))
                    .isEqualTo(65534);
            databases.primary().crash();
            databases.primary().start();
            databases.awaitReplication();
            try (Connection viewer =
                    DriverManager.getConnection(databases.viewerUrls().get("standby"))) {
                assertThat(viewer.isValid(5)).isTrue();
            }
        }
    }
}
