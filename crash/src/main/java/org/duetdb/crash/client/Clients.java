package org.duetdb.crash.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.duetdb.crash.bank.Bank;

/** One client for each account. For one thread. */
public final class Clients implements AutoCloseable {

    private static final Duration FIRST = Duration.ofSeconds(60);
    private static final int ENOUGH = 5;

    /** Numbers of transfers from here on are not used by clients that begin at 0. */
    public static final long HALF = Client.NUMBERS / 2;

    private final Journal journal;
    private final int known;
    private final List<Client> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Starts them.
     *
     * @param random decides on what they send
     * @param journal hears the answers
     * @param first the first number that each uses, within its own
     */
    public Clients(URI application, Random random, Journal journal, long first) {
        this.journal = journal;
        this.known = journal.count(Answer.ACKNOWLEDGED);
        for (int account = 0; account < Bank.ACCOUNTS; account++) {
            Client client = new Client(application, account, new Random(random.nextLong()), journal, first);
            Thread thread = new Thread(client, "duet-client-" + account);
            thread.setDaemon(true);
            clients.add(client);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /**
     * Returns as soon as some transfers were made.
     *
     * @throws IllegalStateException if they are not within a minute
     */
    public void awaitMade() throws InterruptedException {
        long until = System.nanoTime() + FIRST.toNanos();
        while (journal.count(Answer.ACKNOWLEDGED) < known + ENOUGH) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("no transfer is made within " + FIRST.toSeconds() + " s");
            }
            Thread.sleep(20);
        }
    }

    /** Lets each end its transfer, and returns when all have. */
    @Override
    public void close() {
        clients.forEach(Client::stop);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
