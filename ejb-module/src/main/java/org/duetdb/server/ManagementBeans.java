package org.duetdb.server;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** The MBeans of the server, for use by any thread. Nothing is an error: a server shows what it likes. */
final class ManagementBeans {

    private ManagementBeans() {}

    /** Returns the first bean of a name or a pattern; empty if there is none. */
    static Optional<ObjectName> find(String pattern) {
        return all(pattern).stream().findFirst();
    }

    /** Returns the first bean of a pattern that has an attribute of this value; empty if there is none. */
    static Optional<ObjectName> find(String pattern, String attribute, String value) {
        return all(pattern).stream()
                .filter(bean -> value.equals(value(bean, attribute)))
                .findFirst();
    }

    private static Set<ObjectName> all(String pattern) {
        try {
            return server().queryNames(new ObjectName(pattern), null);
        } catch (MalformedObjectNameException unheardOf) {
            return Set.of();
        }
    }

    /** Reads an attribute, or with {@code attribute.item} an item of a composite one; null if there is none. */
    static Object value(ObjectName bean, String path) {
        String[] steps = path.split("\\.", 2);
        try {
            Object value = server().getAttribute(bean, steps[0]);
            return steps.length == 2 && value instanceof CompositeData composite ? composite.get(steps[1]) : value;
        } catch (JMException | RuntimeException notShown) {
            return null;
        }
    }

    /** Reads a number; null if there is none. */
    static Integer number(ObjectName bean, String path) {
        return value(bean, path) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    /** Calls an operation whose parameters are strings; returns whether there is one that did not fail. */
    static boolean call(ObjectName bean, String operation, String... parameters) {
        String[] types = new String[parameters.length];
        Arrays.fill(types, String.class.getName());
        try {
            server().invoke(bean, operation, parameters, types);
            return true;
        } catch (JMException | RuntimeException refused) {
            return false;
        }
    }

    /** Calls an operation without parameters that answers in words; without an answer, an empty text. */
    static String ask(ObjectName bean, String operation) {
        try {
            return String.valueOf(server().invoke(bean, operation, null, null));
        } catch (JMException | RuntimeException refused) {
            return "";
        }
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
