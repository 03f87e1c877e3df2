package org.duetdb.web.problem;

import jakarta.ws.rs.ext.Provider;
import org.duetdb.rest.PersistenceExceptionMapper;

/** Answers with what may be told of a failure of an entity manager: as the library does. */
@Provider
public class EntityProblems extends PersistenceExceptionMapper {}
