/** Payara Server and Payara Micro: {@code asadmin} commands. */
package org.duetdb.configure.payara;
