package org.duetdb.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** All resources of the application, at the root of its context. */
@ApplicationPath("/")
public class SampleApplication extends Application {

    /** Jersey would otherwise describe the application in WADL, with the names of its classes. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
