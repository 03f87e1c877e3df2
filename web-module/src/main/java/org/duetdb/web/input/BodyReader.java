package org.duetdb.web.input;

import static org.duetdb.web.problem.ProblemType.BODY_TOO_LARGE;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import org.duetdb.web.problem.ProblemException;

/** Reads the JSON body of a request as the record that the resource method asks for. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class BodyReader implements MessageBodyReader<Body> {

    private static final int MOST_BYTES = 1 << 20;

    private static final Map<Class<?>, Function<Fields, Body>> BODIES = Map.of(
            NewOrder.class, NewOrder::of,
            Transfer.class, Transfer::of,
            UserData.class, UserData::of);

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return BODIES.containsKey(type);
    }

    @Override
    public Body readFrom(
            Class<Body> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream entity) {
        return BODIES.get(type).apply(Fields.parse(bytes(entity)));
    }

    private static byte[] bytes(InputStream entity) {
        try {
            byte[] bytes = entity.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ProblemException(BODY_TOO_LARGE, "The body is longer than " + MOST_BYTES + " bytes.");
            }
            return bytes;
        } catch (IOException interrupted) {
            throw new BadRequestException(interrupted);
        }
    }
}
