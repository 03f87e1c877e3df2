/**
 * Errors as {@code application/problem+json} (RFC 9457).
 *
 * <p>A problem says what a client can know and use. Its text is written here, never taken from an exception, so that no
 * SQL, no value and no class name leaves the application.
 */
package org.duetdb.web.problem;
