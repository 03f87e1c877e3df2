package org.duetdb.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunningServerTest {

    private record Named(String name, boolean isRunning) implements ApplicationServer {
        @Override
        public Optional<PoolFigures> figures(String jndiName) {
            return Optional.of(new PoolFigures(1, 1, 0, 0));
        }

        @Override
        public boolean flush(String jndiName) {
            return true;
        }
    }

    @Test
    void of_oneThatRecognizesItself_isThat() {
        ApplicationServer here = new Named("here", true);
        RunningServer running = RunningServer.of(List.of(new Named("elsewhere", false), here));
        assertThat(running.isKnown()).isTrue();
        assertThat(running.server()).isSameAs(here);
    }

    @Test
    void of_noneThatRecognizesItself_offersWhatIsPortable() {
        RunningServer running = RunningServer.of(List.of(new Named("b", false), new Named("a", false)));
        assertThat(running.isKnown()).isFalse();
        assertThat(running.supported()).containsExactly("a", "b");
        assertThat(running.server().figures("jdbc/default/write")).isEmpty();
        assertThat(running.server().flush("jdbc/default/write")).isFalse();
    }

    @Test
    void find_inAJvmWithoutAServer_knowsTheSupportedOnesAndNoRunningOne() {
        RunningServer running = RunningServer.find();
        assertThat(running.isKnown()).isFalse();
        assertThat(running.supported()).contains("Payara", "WildFly");
    }
}
