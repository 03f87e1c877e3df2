package org.duetdb.crash.hook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.transaction.xa.Xid;

/** Follows the transactions of a server, and carries out an order when it is due. Safe for use by several threads. */
final class Trap {

    /** That of the server: all its datasources are together in one transaction. */
    static final Trap OF_THIS_SERVER = new Trap(Path.of(System.getenv().getOrDefault(Order.PLACE, "no-order")));

    private static final int REMEMBERED = 1_000;
    private static final int EXIT = 137;
    private static final long PAUSE_MILLIS = 5;

    private final Path file;
    private final Map<String, Progress> transactions = new LinkedHashMap<>();
    private Order current;
    private int seen;

    Trap(Path file) {
        this.file = file;
    }

    /** A transaction has gone one step further. */
    void on(Xid branch, Function<Progress, Optional<Moment>> step) {
        Order due = due(HexFormat.of().formatHex(branch.getGlobalTransactionId()), step);
        if (due != null) {
            carryOut(due);
        }
    }

    private synchronized Order due(String transaction, Function<Progress, Optional<Moment>> step) {
        Progress progress = transactions.computeIfAbsent(transaction, unknown -> new Progress());
        forgetOldest();
        Optional<Moment> moment = step.apply(progress);
        Order order = order();
        if (order == null || moment.filter(order.moment()::equals).isEmpty()) {
            return null;
        }
        seen++;
        return seen == order.nth() ? order : null;
    }

    private void forgetOldest() {
        if (transactions.size() > REMEMBERED) {
            transactions.remove(transactions.keySet().iterator().next());
        }
    }

    /** Counting begins anew with each order. */
    private Order order() {
        try {
            Order order = Order.read(file);
            if (order == null || !order.equals(current)) {
                seen = 0;
            }
            current = order;
            return order;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void carryOut(Order order) {
        if (order.action() == Order.Action.HALT) {
            Runtime.getRuntime().halt(EXIT);
        }
        try {
            Files.writeString(Order.reached(file), "");
            while (Files.exists(file)) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
