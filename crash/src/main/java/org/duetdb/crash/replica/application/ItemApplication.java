package org.duetdb.crash.replica.application;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All its resources. */
@ApplicationPath("/")
public class ItemApplication extends Application {}
