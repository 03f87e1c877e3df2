package org.duetdb.benchmark.server.session;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All its resources. */
@ApplicationPath("/")
public class SessionApplication extends Application {}
