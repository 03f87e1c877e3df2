package org.duetdb.crash.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.duetdb.crash.bank.Bank;
import org.duetdb.crash.hook.Order;
import org.duetdb.crash.server.ApplicationServer;

/**
 * Carries a plan out. For one thread.
 *
 * @param attack the plan
 */
public record Assault(Attack attack, Bank bank, ApplicationServer server) {

    /** How long the moment may take to come. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long something is away, and how long the clients go on afterwards. */
    private static final long OUTAGE_MILLIS = 2_000;

    private static final long AFTERWARDS_MILLIS = 1_000;

    /** How long a server that has started tries to recover before it is killed again. */
    private static final long RECOVERING_MILLIS = 4_000;

    /**
     * Kills, with the clients at work. What is not the server's is brought back.
     *
     * @return whether it was at the moment that was planned
     */
    public boolean strike() throws IOException, InterruptedException, SQLException {
        return switch (attack.kind()) {
            case SERVER, AWAY -> killServer();
            default -> {
                boolean held = hold();
                hit();
                Files.deleteIfExists(server.orders());
                Thread.sleep(OUTAGE_MILLIS);
                bank.restore();
                Thread.sleep(AFTERWARDS_MILLIS);
                yield held;
            }
        };
    }

    /** Starts and kills the server without one of the databases, if that is planned; it may run afterwards. */
    public void besiege() throws InterruptedException {
        if (attack.restarts() == 0) {
            return;
        }
        bank.cluster(attack.side()).crash();
        for (int restart = 1; restart <= attack.restarts(); restart++) {
            if (restart > 1) {
                server.kill();
            }
            server.start();
            Thread.sleep(RECOVERING_MILLIS);
        }
    }

    private boolean killServer() throws IOException, InterruptedException {
        boolean ended = attack.moment() != null && halts();
        if (attack.moment() == null) {
            Thread.sleep(attack.delay().toMillis());
        }
        server.kill();
        Files.deleteIfExists(server.orders());
        return ended || attack.moment() == null;
    }

    private boolean halts() throws IOException, InterruptedException {
        order(Order.Action.HALT);
        try {
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Waits for the moment, and keeps the transaction there. */
    private boolean hold() throws IOException, InterruptedException {
        if (attack.moment() == null) {
            Thread.sleep(attack.delay().toMillis());
            return true;
        }
        Path reached = Order.reached(server.orders());
        Files.deleteIfExists(reached);
        order(Order.Action.HOLD);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(reached)) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    private void hit() throws SQLException {
        switch (attack.kind()) {
            case DATABASE -> bank.cluster(attack.side()).crash();
            case BACKENDS -> bank.terminate(attack.side());
            case CUT -> bank.relay(attack.side()).cut();
            case SILENCE -> bank.relay(attack.side()).silence();
            default -> throw new IllegalStateException(attack.kind() + " is not for here");
        }
    }

    private void order(Order.Action action) throws IOException {
        new Order(action, attack.moment(), attack.nth()).write(server.orders());
    }
}
