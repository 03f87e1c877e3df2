package org.duetdb.rest;

import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.duetdb.ResultStream;

/**
 * Writes a stream as a JSON array while it is read, and closes it. What fails while nothing has been sent is thrown,
 * and the exception mappers of the application answer; after that the response is cut. Where only the headers are
 * wanted the statement does not run.
 */
@ConstrainedTo(RuntimeType.SERVER)
@Produces({MediaType.APPLICATION_JSON, "text/json", MediaType.WILDCARD})
final class StreamWriter extends EntityWriter<ResultStream<?>> {

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    StreamWriter(Jsonb usual) {
        super(usual);
    }

    @Override
    public void writeTo(
            ResultStream<?> stream,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try (stream) {
            if (!HttpMethod.HEAD.equals(request.getMethod())) {
                write(stream, mediaType, headers, out);
            }
        }
    }

    private void write(
            ResultStream<?> stream, MediaType mediaType, MultivaluedMap<String, Object> headers, OutputStream out)
            throws IOException {
        ResponseEnd end = new ResponseEnd();
        JsonOutput json = new JsonOutput(out, () -> end.take(request, response, headers));
        try {
            begin(json, mediaType, headers).elements(stream);
            json.finish();
        } catch (RuntimeException | Error failure) {
            end.withhold();
            throw failure;
        }
    }
}
