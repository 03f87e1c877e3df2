package org.duetdb.catalog;

/**
 * An alias that some place of the application asks for.
 *
 * @param alias the alias
 * @param place the injection point, as it is shown
 */
public record Requirement(String alias, String place) {}
