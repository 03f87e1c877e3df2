package org.duetdb.benchmark.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duetdb.catalog.Catalog;

/**
 * What a server gets.
 *
 * @param catalog the databases that it gets pools for
 * @param configuration of these databases
 * @param applications puts the WARs into a folder; the first gets the root of the context
 */
record Deployment(Catalog catalog, Map<String, String> configuration, Function<Path, List<Path>> applications) {}
