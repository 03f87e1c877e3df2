/**
 * WildFly: a script for {@code jboss-cli}, and the pools that stand in {@code standalone.xml}.
 *
 * <p>Imports {@code org.duetdb.configure} and the library's configuration.
 */
package org.duetdb.configure.wildfly;
