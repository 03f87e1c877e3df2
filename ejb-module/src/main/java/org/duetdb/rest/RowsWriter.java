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
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import org.duetdb.Row;

/** Writes a collection of rows as a JSON array. */
@ConstrainedTo(RuntimeType.SERVER)
@Produces({MediaType.APPLICATION_JSON, "text/json", MediaType.WILDCARD})
final class RowsWriter extends EntityWriter<Collection<Row>> {

    RowsWriter(Jsonb usual) {
        super(usual);
    }

    /** What a collection holds is told by the signature of the resource method only, or by a {@code GenericEntity}. */
    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return genericType instanceof ParameterizedType collection
                && collection.getActualTypeArguments().length == 1
                && collection.getActualTypeArguments()[0] == Row.class
                && super.isWriteable(type, genericType, annotations, mediaType);
    }

    @Override
    public void writeTo(
            Collection<Row> rows,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        JsonOutput json = new JsonOutput(out);
        begin(json, mediaType, headers).elements(rows);
        json.finish();
    }
}
