package org.duetdb.rest;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * Writes entities of one type as JSON, without making the whole text first. A server prefers the writer whose type is
 * nearest to that of the entity (Jakarta RESTful Web Services 3.1 §4.2.2), so these come before one for all objects.
 *
 * <p>Not to be found by scanning: {@link RestFeature} registers them.
 */
abstract class EntityWriter<T> implements MessageBodyWriter<T> {

    private static final String CHARSET = MediaType.CHARSET_PARAMETER;

    private final Jsonb usual;

    @Context
    private Providers providers;

    /** Creates one that leaves what comes from no column to JSON-B: the application's, or else the usual one. */
    EntityWriter(Jsonb usual) {
        this.usual = usual;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        String subtype = mediaType.getSubtype();
        // RESTEasy asks with what the client accepts, before it chooses
        return subtype.equals("json") || subtype.endsWith("+json") || mediaType.isWildcardSubtype();
    }

    /** Begins a text. JSON has no other character set than UTF-8 (RFC 8259 §8.1), and the header is to say so too. */
    final JsonValues begin(JsonOutput json, MediaType mediaType, MultivaluedMap<String, Object> headers) {
        String utf8 = StandardCharsets.UTF_8.name();
        if (!utf8.equalsIgnoreCase(mediaType.getParameters().getOrDefault(CHARSET, utf8))) {
            headers.putSingle(HttpHeaders.CONTENT_TYPE, mediaType.withCharset(utf8));
        }
        return new JsonValues(json, () -> binding(mediaType));
    }

    private Jsonb binding(MediaType mediaType) {
        ContextResolver<Jsonb> chosen = providers.getContextResolver(Jsonb.class, mediaType);
        return chosen == null ? usual : chosen.getContext(Object.class);
    }
}
