package org.duetdb.launch;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** An application with one alias, which is not the default, and without exception mappers. */
@ApplicationPath("/")
public class VisitApplication extends Application {}
