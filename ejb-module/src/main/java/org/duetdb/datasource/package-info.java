/**
 * From a binding to the container's datasource: the only place with {@code javax.naming}.
 *
 * <p>Imports {@code org.duetdb} and {@code catalog}.
 */
package org.duetdb.datasource;
