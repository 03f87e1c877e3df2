/**
 * What entities and their everyday use have in common: what they may be derived from, and repositories over an entity
 * manager. All of it is optional. {@code Repository} is long by the examples of its methods.
 *
 * <p>Imports {@code org.duetdb}, {@code persistence}, {@code session} and {@code type}.
 */
package org.duetdb.model;
