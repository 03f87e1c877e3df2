package org.duetdb.crash.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class TrapTest {

    /** All that a manager does for a transaction with two branches. */
    private static final List<Function<Progress, Optional<Moment>>> STEPS = List.of(
            Progress::beginsToPrepare,
            Progress::hasPrepared,
            Progress::beginsToPrepare,
            Progress::hasPrepared,
            Progress::beginsToCommit,
            Progress::hasCommitted,
            Progress::beginsToCommit,
            Progress::hasCommitted);

    @TempDir
    private Path folder;

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    /** Ends all transactions, as far as the order lets it, and returns how many steps were done before it was held. */
    private int stepsUntilHeld(Order order, int transactions) throws Exception {
        Path file = folder.resolve("order");
        Trap trap = new Trap(file);
        order.write(file);
        Thread manager = new Thread(() -> {
            for (int transaction = 1; transaction <= transactions; transaction++) {
                TestXid xid = new TestXid(transaction, 0);
                STEPS.forEach(step -> {
                    trap.on(xid, step);
                    done.add("step");
                });
            }
        });
        manager.start();
        while (!Files.exists(Order.reached(file)) && manager.isAlive()) {
            Thread.sleep(1);
        }
        int held = done.size();
        Files.delete(file);
        manager.join();
        Files.deleteIfExists(Order.reached(file));
        return held;
    }

    @Test
    void on_eachMoment_holdsJustThere() throws Exception {
        List<Integer> before = List.of(0, 2, 3, 6, 7);
        for (Moment moment : Moment.values()) {
            done.clear();
            assertThat(stepsUntilHeld(new Order(Order.Action.HOLD, moment, 1), 1))
                    .as("%s", moment)
                    .isEqualTo(before.get(moment.ordinal()));
            assertThat(done).as("goes on when the order is withdrawn").hasSameSizeAs(STEPS);
        }
    }

    @Test
    void on_nth_letsTheOthersPass() throws Exception {
        assertThat(stepsUntilHeld(new Order(Order.Action.HOLD, Moment.BETWEEN_COMMITS, 3), 4))
                .isEqualTo(2 * STEPS.size() + 6);
    }

    @Test
    void on_noOrder_holdsNothing() {
        Trap trap = new Trap(folder.resolve("none"));
        STEPS.forEach(step -> trap.on(new TestXid(1, 0), step));
        assertThat(folder).isEmptyDirectory();
    }
}
