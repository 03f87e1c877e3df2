/**
 * What entities and their everyday use have in common: what they may be derived from, and repositories over an entity
 * manager. All of it is optional.
 */
package org.duetdb.model;
