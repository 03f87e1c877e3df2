package org.duetdb.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServerAccountTest {

    @Test
    void available_anyCaller_isNotRootAndKeepsTheProcess() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        List<String> command = List.of("sh", "-c", "id -u; echo $$");
        LeashedProcess process = Leash.command(ServerAccount.available().command(command))
                .output(lines::add)
                .start();
        assertThat(lines.poll(10, TimeUnit.SECONDS)).isNotEqualTo("0").containsOnlyDigits();
        assertThat(lines.poll(10, TimeUnit.SECONDS)).isEqualTo(Long.toString(process.pid()));
    }
}
