package org.duetdb.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The body of a problem. Not a text as such: of a method that answers asynchronously, RESTEasy writes texts by the way
 * of a listener, and now and then the response ends before the listener has been called.
 *
 * @param json what is written, in UTF-8
 */
record ProblemText(String json) implements StreamingOutput {

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return json;
    }
}
