package org.duetdb.crash.replica;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.duetdb.crash.bank.Relay;

/** Probes of the readiness, while the network to a database swallows everything. */
final class Readiness {

    private static final long DEADLINE_MILLIS = 2000;
    private static final long LATE_MILLIS = 250;
    private static final long PAUSE_MILLIS = 300;
    private static final int UP = 200;

    private final Items items;
    private final int probes;
    private final Figures figures =
            new Figures("the network swallows", "probes", "answer", "slowest, ms", "back after, ms");

    private Readiness(Items items, int probes) {
        this.items = items;
        this.probes = probes;
    }

    static Figures run(int probes) throws SQLException, IOException, InterruptedException {
        try (ItemDatabases databases = ItemDatabases.start();
                Relay primary = Relay.to(databases.primary().port());
                Relay standby = Relay.to(databases.standby().port());
                ItemServer server = ItemServer.start(
                        ItemDatabases.by(primary.port(), databases.write()),
                        ItemDatabases.by(standby.port(), databases.read()))) {
            Readiness readiness = new Readiness(server.items(), probes);
            readiness.whileSilent(standby, "the replica", "\"default.read\":\"DEGRADED\"");
            readiness.whileSilent(primary, "the primary", "\"default.write\":\"DOWN\"");
            return readiness.figures;
        }
    }

    private void whileSilent(Relay relay, String name, String told) throws IOException, InterruptedException {
        millisUntilAllIsUp();
        relay.silence();
        long slowest = 0;
        int status = 0;
        for (int probe = 0; probe < probes; probe++) {
            long began = System.nanoTime();
            HttpResponse<String> answer = items.readiness();
            slowest = Math.max(slowest, millisSince(began));
            status = answer.statusCode();
            figures.require(
                    answer.body().contains(told) || probe == 0,
                    "readiness does not tell that " + name + " is away: " + answer.body());
            Thread.sleep(PAUSE_MILLIS);
        }
        relay.open();
        long back = millisUntilAllIsUp();
        figures.add(List.of(
                name,
                Integer.toString(probes),
                Integer.toString(status),
                String.format(Locale.ROOT, "%,d", slowest),
                String.format(Locale.ROOT, "%,d", back)));
        figures.require(
                slowest <= DEADLINE_MILLIS + LATE_MILLIS,
                "readiness took " + slowest + " ms while " + name + " was away");
    }

    private long millisUntilAllIsUp() throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = items.readiness();
        while (answer.statusCode() != UP || !answer.body().contains("\"state\":\"UP\"")) {
            Thread.sleep(PAUSE_MILLIS / 10);
            answer = items.readiness();
        }
        return millisSince(began);
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
