package org.duetdb.benchmark.server.plain;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** At the root of the context. */
@ApplicationPath("/")
public class PlainApplication extends Application {}
