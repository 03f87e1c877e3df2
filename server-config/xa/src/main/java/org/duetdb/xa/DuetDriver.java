package org.duetdb.xa;

import org.postgresql.Driver;

/**
 * The driver, under a name that is in this jar. WildFly looks for a datasource class where the class of the driver
 * comes from, which may be a module that had the driver before. It does nothing of its own, and is not registered with
 * {@link java.sql.DriverManager}. Safe for use by several threads.
 */
public class DuetDriver extends Driver {

    /** For application servers. */
    public DuetDriver() {}
}
