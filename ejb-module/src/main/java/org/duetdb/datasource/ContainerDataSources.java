package org.duetdb.datasource;

import java.util.List;
import javax.sql.DataSource;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.UnknownAliasException;
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

    /**
     * Returns those of an alias, the write role first.
     *
     * @throws UnknownAliasException if it is not configured
     */
    public List<ContainerDataSource> of(String alias) {
        List<ContainerDataSource> found = all.stream()
                .filter(source -> source.binding().alias().equals(alias))
                .toList();
        if (found.isEmpty()) {
            throw new UnknownAliasException(
                    "DUET-112", "no database has that alias", catalog.hint(alias), new Origin(alias, null, null));
        }
        return found;
    }

    /**
     * Returns that of an alias and role.
     *
     * @throws UnknownAliasException if the alias is not configured
     */
    public ContainerDataSource of(String alias, Role role) {
        return of(alias).get(role.ordinal());
    }

    /** Returns the reader of the figures of their pools. */
    public PoolFigures figures() {
        return new PoolFigures(catalog.poolFigures().orElse(null));
    }
}
