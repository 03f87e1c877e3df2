package org.duetdb.crash.application;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All its resources. */
@ApplicationPath("/")
public class TransferApplication extends Application {}
