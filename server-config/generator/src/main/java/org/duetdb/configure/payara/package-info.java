/**
 * Payara Server and Payara Micro: {@code asadmin} commands. {@code PayaraPool} makes a pool under the names of
 * {@code domain.xml}; {@code DomainFile} and {@code BootFile} read those that a server has; {@code AsadminScript} and
 * {@link org.duetdb.configure.payara.PayaraCommands} write what makes them.
 */
package org.duetdb.configure.payara;
