package org.duetdb.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.duetdb.crash.attack.Attack;
import org.duetdb.crash.server.Servers;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few kills on each server; the long run is {@code mvn -Pcrash}. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class CrashIT {

    /** The server between its prepares, after them and between its commits, at any time; and a database. */
    private static final List<Attack> KILLS =
            LongStream.of(2, 3, 4, 6, 7).mapToObj(Attack::of).toList();

    static Stream<Servers> servers() {
        return Arrays.stream(System.getProperty("crash.servers").split(",")).map(Servers::of);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void transfers_killedAtAnyMoment_areAllOrNothing(Servers server) throws Exception {
        Path kept = Path.of(System.getProperty("crash.kept"));
        Crashes crashes = new Crashes(new Plan(List.of(server), KILLS), kept, System.out);
        assertThat(crashes.run())
                .as("runs that are broken; logs are in %s", kept)
                .isEmpty();
    }
}
