package org.duetdb.crash;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duetdb.crash.attack.Assault;
import org.duetdb.crash.attack.Attack;
import org.duetdb.crash.bank.Bank;
import org.duetdb.crash.bank.Side;
import org.duetdb.crash.client.Clients;
import org.duetdb.crash.client.Journal;
import org.duetdb.crash.server.ApplicationServer;
import org.duetdb.crash.verdict.Audit;
import org.duetdb.crash.verdict.Outcome;
import org.duetdb.crash.verdict.Recovery;

/**
 * One run after the other on one server: transfers, the kill, everything brought back, recovery, the audit. For one
 * thread.
 */
final class Round {

    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration CALM = Duration.ofSeconds(15);
    private static final int SHOWN = 5;
    private static final long PAUSE_MILLIS = 100;

    private final Bank bank;
    private final ApplicationServer server;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    Round(Bank bank, ApplicationServer server) {
        this.bank = bank;
        this.server = server;
    }

    Outcome run(Attack attack) throws IOException, InterruptedException, SQLException {
        bank.reset();
        ready();
        long logged = Files.size(server.log());
        Assault assault = new Assault(attack, bank, server);
        Journal journal = new Journal();
        boolean onTime;
        try (Clients clients = new Clients(server.application(), attack.random(), journal, 0)) {
            clients.awaitMade();
            onTime = assault.strike();
        }
        assault.besiege();
        bank.restore();
        long back = System.nanoTime();
        ready();
        Recovery recovery = recover(back);
        List<String> violations = new ArrayList<>();
        afterwards(attack, journal, violations);
        Audit audit = new Audit(bank.books(Side.APP), bank.books(Side.ANALYTICS), journal.answers());
        List<String> transfers = audit.transfers();
        transfers.stream().limit(SHOWN).forEach(violations::add);
        violations.addAll(audit.sums());
        if (recovery.inDoubt() > 0) {
            violations.add(recovery.inDoubt() + " branches are in doubt");
        }
        heuristics(logged, violations);
        return new Outcome(attack, onTime, journal, recovery, transfers.size(), violations);
    }

    /** Starts the server if it does not run, and returns when the application answers. */
    private void ready() throws InterruptedException {
        if (!server.isRunning()) {
            server.start();
        }
        long until = System.nanoTime() + READY.toNanos();
        while (ask("pools/ready") == null) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(server.name() + " runs, and the application does not answer");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private Recovery recover(long back) throws InterruptedException, SQLException {
        int restarts = 0;
        boolean quiet = isQuietWithin(server.recoveryCycle());
        if (!quiet) {
            restarts++;
            server.stop();
            ready();
            isQuietWithin(server.recoveryCycle());
        }
        return new Recovery((System.nanoTime() - back) / 1e9, restarts, bank.prepared());
    }

    private boolean isQuietWithin(Duration time) throws InterruptedException, SQLException {
        long until = System.nanoTime() + time.toNanos();
        while (bank.prepared() + bank.openTransactions(Side.APP) + bank.openTransactions(Side.ANALYTICS) > 0) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    /** The server works as before. */
    private void afterwards(Attack attack, Journal journal, List<String> violations)
            throws InterruptedException, SQLException {
        try (Clients clients = new Clients(server.application(), attack.random(), journal, Clients.HALF)) {
            clients.awaitMade();
        } catch (IllegalStateException none) {
            violations.add("no transfer is made any more");
        }
        long until = System.nanoTime() + CALM.toNanos();
        String lent = ask("pools/in-use");
        while (!"0".equals(lent) && System.nanoTime() < until) {
            Thread.sleep(PAUSE_MILLIS);
            lent = ask("pools/in-use");
        }
        if (!"0".equals(lent)) {
            violations.add(lent + " connections are lent to nobody");
        }
        for (Side side : Side.values()) {
            int sessions = bank.sessions(side);
            if (sessions > Bank.POOL) {
                violations.add("the pool has " + sessions + " connections to " + side + " and may have " + Bank.POOL);
            }
        }
    }

    private void heuristics(long logged, List<String> violations) throws IOException {
        byte[] log = Files.readAllBytes(server.log());
        String recent = new String(log, (int) logged, log.length - (int) logged, StandardCharsets.UTF_8);
        recent.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("heuristic"))
                .findFirst()
                .ifPresent(line -> violations.add("the log says: " + line.strip()));
    }

    /** Returns what the application answers; null if it does not. */
    private String ask(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.application().resolve(path))
                .timeout(CALM)
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body() : null;
        } catch (IOException away) {
            return null;
        }
    }
}
