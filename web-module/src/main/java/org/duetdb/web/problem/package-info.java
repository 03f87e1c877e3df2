/**
 * Errors as {@code application/problem+json} (RFC 9457).
 *
 * <p>Failures of the database are answered as the library does, by a class of one line. Here are the application's own
 * problems, and a body for the server's own errors. Texts are written here, never taken from an exception, so that no
 * SQL, no value and no class name leaves the application.
 */
package org.duetdb.web.problem;
