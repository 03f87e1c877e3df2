package org.duetdb.configure;

import java.io.IOException;
import java.util.List;
import org.duetdb.catalog.Catalog;

/** One kind of application server, as the command line sees it. Has no state; for use by any thread. */
public interface ServerConfigurator {

    /** Returns what the command line calls it: {@code payara}. */
    String name();

    /** Returns what {@code --home} must name, as a noun: {@code the folder of a domain}. */
    String homeIs();

    /**
     * Returns the pools that the server shall have.
     *
     * @throws UnsupportedSettingsException if something is configured that the server cannot do
     */
    List<PoolConfiguration> desired(Catalog catalog, Installation installation);

    /**
     * Returns the pools of Duet's that it has, in the same form: what {@link #desired} was, once it is applied.
     *
     * @throws ConfigureException if there is no such server
     */
    List<PoolConfiguration> present(Installation installation) throws IOException;

    /**
     * Returns what brings it from one to the other. Writes nothing. Applied where the difference is empty it changes
     * nothing.
     *
     * @param difference between {@link #present} and {@link #desired}
     * @throws ConfigureException if something that it takes is missing
     */
    Output output(Catalog catalog, Difference difference, Installation installation) throws IOException;
}
