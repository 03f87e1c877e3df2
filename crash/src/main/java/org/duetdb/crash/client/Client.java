package org.duetdb.crash.client;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;

/**
 * Sends one transfer after the other, about an account that no other client touches: a branch in doubt locks out only
 * its own client. For one thread.
 */
final class Client implements Runnable {

    /** How many numbers for transfers each has. */
    static final long NUMBERS = 100_000;

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final long PAUSE_MILLIS = 50;

    /** One in so many wants more than the account can have. */
    private static final int GREEDY = 10;

    private static final int CENTS = 20_000;
    private static final BigDecimal TOO_MUCH = new BigDecimal("9999999.99");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI application;
    private final int account;
    private final Random random;
    private final Journal journal;
    private final long first;
    private volatile boolean stopped;

    Client(URI application, int account, Random random, Journal journal, long first) {
        this.application = application;
        this.account = account;
        this.random = random;
        this.journal = journal;
        this.first = account * NUMBERS + first;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            for (long number = first; !stopped; number++) {
                if (send(number) == Answer.UNKNOWN) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    Answer send(long number) throws InterruptedException {
        BigDecimal amount = random.nextInt(GREEDY) == 0 ? TOO_MUCH : BigDecimal.valueOf(1 + random.nextInt(CENTS), 2);
        URI target = application.resolve(
                "transfers/" + number + "?account=" + account + "&amount=" + amount + "&toApp=" + random.nextBoolean());
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .POST(BodyPublishers.noBody())
                .build();
        journal.note(number, Answer.UNKNOWN);
        try {
            Answer answer = Answer.of(http.send(request, BodyHandlers.ofString()));
            journal.note(number, answer);
            return answer;
        } catch (IOException lost) {
            return Answer.UNKNOWN;
        }
    }
}
