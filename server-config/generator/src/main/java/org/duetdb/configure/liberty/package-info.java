/**
 * Open Liberty: one file of its configuration, {@code configDropins/overrides/duet.xml}, and the pools that stand in
 * it.
 *
 * <p>Imports {@code org.duetdb.configure} and the library's configuration.
 */
package org.duetdb.configure.liberty;
