package org.duetdb.datasource;

import java.util.List;
import javax.sql.DataSource;
import org.duetdb.catalog.Catalog;

/**
 * The container's datasource of every binding. Immutable, for use by any thread.
 *
 * @param catalog the catalog
 * @param all in the catalog's order
 */
public record ContainerDataSources(Catalog catalog, List<ContainerDataSource> all) {

    /** Returns those of a catalog. */
    public static ContainerDataSources of(Catalog catalog) {
        ContainerDirectory directory = new ContainerDirectory();
        return new ContainerDataSources(
                catalog,
                catalog.bindings().stream()
                        .map(binding -> new ContainerDataSource(
                                binding, () -> directory.find(binding.settings().jndiName(), DataSource.class)))
                        .toList());
    }

    /** Returns the reader of the figures of their pools. */
    public PoolFigures figures() {
        return new PoolFigures(catalog.poolFigures().orElse(null));
    }
}
