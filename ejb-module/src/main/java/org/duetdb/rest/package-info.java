/**
 * What resource classes answer with: rows and streams as JSON, and errors.
 *
 * <p><b>Rows and streams.</b> A resource method returns a {@code Row}, a {@code List<Row>} or a {@code ResultStream},
 * and {@link org.duetdb.rest.RestFeature} has given the server what writes it. {@code JsonOutput} has the bytes,
 * {@code JsonValues} and {@code JsonMoments} what values look like, and {@code ResponseEnd} what tells a client that a
 * response was cut.
 *
 * <p><b>Errors</b> as {@code application/problem+json} (RFC 9457), for applications that want it. One line in the
 * application turns it on:
 *
 * <pre>
 * {@literal @}Provider
 * public class Problems extends DuetExceptionMapper {}
 * </pre>
 *
 * <p>A problem says what a client can know and use. Its text is written here, never taken from an exception, so that no
 * SQL, no value and no class name leaves the application. No class here bears {@code @Provider}: a server that scans
 * {@code WEB-INF/lib} would otherwise turn it on by itself.
 *
 * <p>Imports {@code org.duetdb}, and is imported by no other package.
 */
package org.duetdb.rest;
