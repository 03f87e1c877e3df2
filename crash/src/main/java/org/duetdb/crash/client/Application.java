package org.duetdb.crash.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What the application says of itself. For one thread. */
public final class Application {

    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration CALM = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 100;
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI address;

    /** Creates one; it need not run. */
    public Application(URI address) {
        this.address = address;
    }

    /**
     * Returns when it answers.
     *
     * @throws IllegalStateException if it does not within two minutes
     */
    public void awaitReady() throws InterruptedException {
        if (!becomes("pools/ready", "ready", READY)) {
            throw new IllegalStateException("the server runs, and the application does not answer");
        }
    }

    /** Returns whether no connection of a pool is lent, at once or after a moment. */
    public boolean returnsAllConnections() throws InterruptedException {
        return becomes("pools/in-use", "0", CALM);
    }

    private boolean becomes(String path, String expected, Duration limit) throws InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        while (!expected.equals(ask(path))) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    private String ask(String path) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(ANSWER).build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() == OK ? response.body() : "";
        } catch (IOException away) {
            return "";
        }
    }
}
