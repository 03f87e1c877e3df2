/** Entities of the alias {@code default}; {@code META-INF/persistence.xml} lists them. */
package org.duetdb.web.model;
