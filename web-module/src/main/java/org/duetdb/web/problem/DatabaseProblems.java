package org.duetdb.web.problem;

import jakarta.ws.rs.ext.Provider;
import org.duetdb.rest.DuetExceptionMapper;

/** Answers with what may be told of a failure of the database: as the library does. */
@Provider
public class DatabaseProblems extends DuetExceptionMapper {}
