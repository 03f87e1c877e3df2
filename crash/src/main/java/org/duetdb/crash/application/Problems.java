package org.duetdb.crash.application;

import jakarta.ws.rs.ext.Provider;
import org.duetdb.rest.DuetExceptionMapper;

/** Tells clients what went wrong, so that they know a refusal from an outcome that nobody knows. */
@Provider
public class Problems extends DuetExceptionMapper {}
