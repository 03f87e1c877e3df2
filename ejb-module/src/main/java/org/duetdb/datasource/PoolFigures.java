package org.duetdb.datasource;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.duetdb.DatabaseStatus.Pool;
import org.duetdb.catalog.Binding;
import org.duetdb.config.PoolFigureSettings;

/**
 * The figures of the container's pools, where the container shows them as attributes of an MBean. Which MBean and which
 * attributes is configured on the server's side; without that, all that is known is how large a pool may become. For
 * use by any thread.
 */
public final class PoolFigures {

    private final PoolFigureSettings settings;

    /** Creates the reader; {@code settings} may be null, for a server that shows no figures. */
    public PoolFigures(PoolFigureSettings settings) {
        this.settings = settings;
    }

    /** Returns the figures of a binding's pool; what the server does not tell is null. */
    public Pool of(Binding binding) {
        int maxSize = binding.settings().pool().maxSize();
        Pool unknown = new Pool(null, null, null, maxSize);
        if (settings == null) {
            return unknown;
        }
        try {
            ObjectName pattern = new ObjectName(settings.mbean().replace("{pool}", binding.name()));
            for (ObjectName name : server().queryNames(pattern, null)) {
                Integer available = read(name, settings.available());
                Integer inUse = read(name, settings.inUse());
                Integer size = available == null || inUse == null ? null : Integer.valueOf(available + inUse);
                return new Pool(size, available, inUse, maxSize);
            }
        } catch (JMException notShown) {
            // the server shows nothing of that form
        }
        return unknown;
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    /** Reads an attribute, or with {@code attribute.item} an item of a composite one. */
    private static Integer read(ObjectName name, String path) throws JMException {
        String[] steps = path.split("\\.", 2);
        Object value = server().getAttribute(name, steps[0]);
        if (steps.length == 2 && value instanceof CompositeData composite) {
            value = composite.get(steps[1]);
        }
        return value instanceof Number number ? number.intValue() : null;
    }
}
