package org.duetdb.benchmark.server.jdbc;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All its resources. */
@ApplicationPath("/")
public class JdbcApplication extends Application {}
