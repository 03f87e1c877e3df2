package org.duetdb.configure.wildfly;

import org.duetdb.configure.PoolConfiguration;

/** The two kinds of pools, and what each calls things. */
enum PoolKind {
    /** Takes part in transactions. */
    XA("xa-data-source", "xa-datasource", "xa-datasource-properties"),
    /** Does not, or not in two phases. */
    OUTSIDE_TRANSACTIONS("data-source", "datasource", "connection-properties");

    /** An option that only the second kind has. */
    static final String MARK = "jta";

    private final String resource;
    private final String element;
    private final String properties;

    PoolKind(String resource, String element, String properties) {
        this.resource = resource;
        this.element = element;
        this.properties = properties;
    }

    static PoolKind of(PoolConfiguration pool) {
        return pool.options().containsKey(MARK) ? OUTSIDE_TRANSACTIONS : XA;
    }

    /** Returns the type of the management resource. */
    String resource() {
        return resource;
    }

    /** Returns the name of the element in {@code standalone.xml}. */
    String element() {
        return element;
    }

    /** Returns the type of the resources below that hold the properties of the driver. */
    String properties() {
        return properties;
    }
}
