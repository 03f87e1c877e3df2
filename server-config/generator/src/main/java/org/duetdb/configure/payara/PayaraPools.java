package org.duetdb.configure.payara;

import java.util.List;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PoolDefinition;
import org.duetdb.configure.UnsupportedSettings;

/** The pools that Payara shall have. */
final class PayaraPools {

    private PayaraPools() {}

    /**
     * Returns those of a catalog: an XA pool for each (alias, role). The options are the attributes of the pool in
     * {@code domain.xml}, {@code property.…} for those of the driver, and {@code jndi-name}.
     *
     * @throws org.duetdb.configure.UnsupportedSettingsException if something is configured that Payara cannot do
     */
    static List<PoolConfiguration> of(Catalog catalog) {
        List<PayaraPool> pools =
                PoolDefinition.of(catalog).stream().map(PayaraPool::new).toList();
        UnsupportedSettings unsupported = new UnsupportedSettings("Payara");
        pools.forEach(pool -> pool.refuse(unsupported));
        unsupported.raise();
        return pools.stream().map(PayaraPool::configuration).toList();
    }
}
