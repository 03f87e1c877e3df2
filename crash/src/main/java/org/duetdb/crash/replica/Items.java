package org.duetdb.crash.replica;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.duetdb.crash.replica.application.ItemResource;

/** The application, as a client sees it. Safe for use by several threads. */
final class Items {

    private static final String POSITION = "Duet-Position";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Items(int port) {
        this.port = port;
    }

    /**
     * What a look at an item came to.
     *
     * @param found whether it was there
     * @param onReplica whether it was looked for on a replica
     */
    record Look(boolean found, boolean onReplica) {}

    /**
     * Writes one, and returns the position that the client is told.
     *
     * @throws IOException if it is refused, or nobody answers
     */
    String write(long id) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(id).POST(BodyPublishers.noBody()));
        return response.headers().firstValue(POSITION).orElseThrow();
    }

    /** Looks for one; {@code position} is what the client was told, null if it was told nothing. */
    Look look(long id, String position) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(id);
        if (position != null) {
            request.header(POSITION, position);
        }
        String body = send(request).body();
        return new Look(body.startsWith(ItemResource.THERE), body.endsWith(ItemResource.ON_THE_REPLICA));
    }

    /** Asks whether the server is ready. */
    HttpResponse<String> readiness() throws IOException, InterruptedException {
        return client.send(request("health/ready").build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(long id) {
        return request("items/" + id);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                .timeout(LIMIT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("answered " + response.statusCode() + ": " + response.body());
        }
        return response;
    }
}
