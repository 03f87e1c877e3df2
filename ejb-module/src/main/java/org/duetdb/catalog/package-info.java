/**
 * The immutable, validated set of (alias, role) bindings: what exists, as opposed to what was written.
 *
 * <p>{@link org.duetdb.catalog.Catalog} is made once, at deployment, and reports every problem at once.
 *
 * <p>Imports {@code org.duetdb} and {@code config}.
 */
package org.duetdb.catalog;
