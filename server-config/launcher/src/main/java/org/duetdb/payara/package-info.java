/**
 * Payara: the commands that make a catalog's pools and resources, and Payara Micro as a process.
 *
 * <p>{@link org.duetdb.payara.PayaraCommands} writes what {@code asadmin} and the boot command files of Payara Server
 * and Payara Micro take. {@link org.duetdb.payara.PayaraMicro} starts one application with it.
 */
package org.duetdb.payara;
