package org.duetdb.benchmark.server.commit;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** At the root of the context. */
@ApplicationPath("/")
public class CommitApplication extends Application {}
