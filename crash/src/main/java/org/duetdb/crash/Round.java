package org.duetdb.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.crash.attack.Assault;
import org.duetdb.crash.attack.Attack;
import org.duetdb.crash.bank.Bank;
import org.duetdb.crash.bank.Side;
import org.duetdb.crash.client.Application;
import org.duetdb.crash.client.Clients;
import org.duetdb.crash.client.Journal;
import org.duetdb.crash.server.ApplicationServer;
import org.duetdb.crash.verdict.Audit;
import org.duetdb.crash.verdict.Outcome;
import org.duetdb.crash.verdict.Recovery;
import org.duetdb.crash.verdict.ServerLog;

/**
 * One run after the other on one server: transfers, the kill, everything brought back, recovery, the audit. For one
 * thread.
 */
final class Round {

    private static final int SHOWN = 5;
    private static final long PAUSE_MILLIS = 100;

    private final Bank bank;
    private final ApplicationServer server;
    private final Application application;

    Round(Bank bank, ApplicationServer server) {
        this.bank = bank;
        this.server = server;
        this.application = new Application(server.application());
    }

    Outcome run(Attack attack) throws IOException, InterruptedException, SQLException {
        bank.restore();
        bank.reset();
        run();
        ServerLog log = ServerLog.from(server.log());
        Assault assault = new Assault(attack, bank, server);
        Journal journal = new Journal();
        boolean onTime;
        try (Clients clients = new Clients(server.application(), attack.random(), journal, 0)) {
            clients.awaitMade();
            onTime = assault.strike();
        }
        assault.besiege();
        bank.restore();
        Recovery recovery = recover();
        List<String> violations = new ArrayList<>();
        if (!onTime) {
            violations.add("the moment did not come, and the kill was at another one");
        }
        workAgain(attack, journal, violations);
        Audit audit = new Audit(bank.books(Side.APP), bank.books(Side.ANALYTICS), journal.answers());
        List<String> transfers = audit.transfers();
        transfers.stream().limit(SHOWN).forEach(violations::add);
        violations.addAll(audit.sums());
        if (recovery.inDoubt() > 0) {
            violations.add(recovery.inDoubt() + " branches are in doubt");
        }
        log.heuristic().ifPresent(line -> violations.add("the log says: " + line));
        return new Outcome(attack, journal, recovery, transfers.size(), violations);
    }

    /** Starts the server if it does not run, and returns when the application answers. */
    private void run() throws InterruptedException {
        if (!server.isRunning()) {
            server.start();
        }
        application.awaitReady();
    }

    private Recovery recover() throws InterruptedException, SQLException {
        long begin = System.nanoTime();
        int restarts = 0;
        run();
        if (!isQuietWithin(server.recoveryCycle())) {
            restarts++;
            server.stop();
            run();
            isQuietWithin(server.recoveryCycle());
        }
        return new Recovery((System.nanoTime() - begin) / 1e9, restarts, bank.prepared());
    }

    private boolean isQuietWithin(Duration time) throws InterruptedException, SQLException {
        long until = System.nanoTime() + time.toNanos();
        while (bank.prepared() + bank.openTransactions() > 0) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    /** Transfers are made as before, and leave nothing behind. */
    private void workAgain(Attack attack, Journal journal, List<String> violations)
            throws InterruptedException, SQLException {
        try (Clients clients = new Clients(server.application(), attack.random(), journal, Clients.HALF)) {
            clients.awaitMade();
        } catch (IllegalStateException none) {
            violations.add("no transfer is made any more");
        }
        if (!application.returnsAllConnections()) {
            violations.add("connections are lent to nobody");
        }
        for (Side side : Side.values()) {
            int sessions = bank.sessions(side);
            if (sessions > Bank.POOL) {
                violations.add("the pool has " + sessions + " connections to " + side + " and may have " + Bank.POOL);
            }
        }
    }
}
