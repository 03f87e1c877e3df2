/**
 * Errors as {@code application/problem+json} (RFC 9457), for applications that want it.
 *
 * <p>One line in the application turns it on:
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
