/**
 * Payara Server and Payara Micro: {@code asadmin} commands. {@code PayaraPool} makes a pool under the names of
 * {@code domain.xml}; {@code DomainFile} and {@code BootFile} read those that a server has; {@code AsadminScript} and
 * {@link org.duetdb.configure.payara.PayaraCommands} write what makes them, and
 * {@link org.duetdb.configure.payara.MicroStart} the files and options that Payara Micro starts with.
 */
package org.duetdb.configure.payara;
