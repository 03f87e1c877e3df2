/**
 * The application servers, each as a process on a folder that stays: it is killed and started again with the
 * transaction log that it left.
 *
 * <p>The pools are those of the generator; only their datasource class is wrapped. Imports {@code hook} and
 * {@code application} to deploy them.
 */
package org.duetdb.crash.server;
