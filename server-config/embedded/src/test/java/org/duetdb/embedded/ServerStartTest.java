package org.duetdb.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerStartTest {

    private final RunFolder folder = RunFolder.create();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @AfterEach
    void remove() {
        folder.close();
    }

    private LeashedProcess start(String script) {
        Leash leash = Leash.command(List.of("sh", "-c", script)).within(folder);
        return new ServerStart("the server", "ready", heard::add).on(leash);
    }

    @Test
    void on_saysThatItIsReady_runs() {
        LeashedProcess process = start("echo starting; echo is ready; exec sleep 60");
        assertThat(process.isAlive()).isTrue();
        assertThat(heard).contains("starting", "is ready");
        process.stop();
    }

    @Test
    void on_endsBefore_failsWithWhatItHasSaid() {
        assertThatThrownBy(() -> start("echo the port is taken; sleep 0.5; exit 3"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the server ended with exit value 3")
                .satisfies(failure -> assertThat(failure.getSuppressed()[0]).hasMessageContaining("the port is taken"));
    }
}
