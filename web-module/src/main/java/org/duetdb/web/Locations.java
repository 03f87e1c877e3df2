package org.duetdb.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Map;

/** Where a created resource can be found. */
final class Locations {

    private Locations() {}

    /** Answers with what was created, which has an {@code id}, and its address below that of its resource. */
    static Response created(Class<?> resource, Map<String, Object> entity) {
        return Response.created(UriBuilder.fromResource(resource).path("{id}").build(entity.get("id")))
                .entity(entity)
                .build();
    }
}
