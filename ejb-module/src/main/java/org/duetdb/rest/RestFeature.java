package org.duetdb.rest;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Gives an application the writers of rows and streams. The server finds it as a service (Jakarta RESTful Web Services
 * 3.1 §4.1.2), also for applications of its own, where nobody returns a row.
 */
public class RestFeature implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        Jsonb usual = JsonbBuilder.create();
        context.register(new RowWriter(usual)).register(new RowsWriter(usual)).register(new StreamWriter(usual));
        return true;
    }
}
