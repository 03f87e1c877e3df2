package org.duetdb.benchmark.server;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Two resources are only compared if they give the same answer. */
record Sameness(int port) {

    private static final int EXAMPLE = 42;

    /**
     * Asks all of them for the same account.
     *
     * @throws IllegalStateException if one does not answer, or differs from another
     */
    void require(List<Target> targets) throws IOException, InterruptedException {
        JsonValue first = null;
        for (Target target : targets) {
            JsonValue answer = ask(target.path(EXAMPLE));
            if (first != null && !first.equals(answer)) {
                throw new IllegalStateException("the applications differ:\n" + first + "\n" + answer);
            }
            first = answer;
        }
    }

    private JsonValue ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readValue();
        }
    }
}
