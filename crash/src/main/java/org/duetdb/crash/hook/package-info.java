/**
 * What is put into the application server, in the driver's jar: a datasource class around the configured one, which
 * ends the server, or holds a thread, at a chosen moment of a commit over two databases.
 *
 * <p>Imports nothing of Duet: it is beside the driver, and sees no more.
 */
package org.duetdb.crash.hook;
