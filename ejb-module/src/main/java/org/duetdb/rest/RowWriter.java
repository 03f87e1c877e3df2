package org.duetdb.rest;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.duetdb.Row;

/** Writes a row as a JSON object, in the order of its columns. */
@ConstrainedTo(RuntimeType.SERVER)
@Produces({MediaType.APPLICATION_JSON, "text/json", MediaType.WILDCARD})
final class RowWriter extends EntityWriter<Row> {

    RowWriter(Jsonb usual) {
        super(usual);
    }

    @Override
    public void writeTo(
            Row row,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        JsonOutput json = new JsonOutput(out);
        begin(json, mediaType, headers).write(row);
        json.finish();
    }
}
