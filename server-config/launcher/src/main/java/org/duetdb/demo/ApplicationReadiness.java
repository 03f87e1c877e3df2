package org.duetdb.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits until the application says that it has started and is ready. */
final class ApplicationReadiness {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private ApplicationReadiness() {}

    static void await(int port, ServerOutput output) throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long until = System.nanoTime() + LIMIT.toNanos();
        String answer = "none";
        while (System.nanoTime() < until) {
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                // a server without its application is healthy too, and has no checks
                if (response.statusCode() == 200 && response.body().contains("duet.databases")) {
                    return;
                }
                answer = response.statusCode() + " " + response.body();
            } catch (IOException notYet) {
                answer = "none";
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new IllegalStateException("the sample application is not ready within " + LIMIT.toSeconds()
                + " s; the server's log is " + output.path() + ", the last answer of /health was: " + answer);
    }
}
