package org.duetdb.model;

/**
 * What {@link Repository#getOrCreate} returns.
 *
 * @param entity the entity; managed
 * @param created whether it has been created, and was not there before
 * @param <E> its class
 */
public record Obtained<E>(E entity, boolean created) {}
