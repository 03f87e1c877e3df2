package org.duetdb.configure.payara;

/** What Duet sets of a pool: under its name in {@code domain.xml}, and as an option of the command that creates one. */
enum PoolAttribute {
    DATASOURCE_CLASS("datasource-classname", "datasourceclassname", ""),
    TYPE("res-type", "restype", ""),
    MIN("steady-pool-size", "steadypoolsize", "8"),
    MAX("max-pool-size", "maxpoolsize", "32"),
    GROWTH("pool-resize-quantity", "poolresize", "2"),
    WAIT("max-wait-time-in-millis", "maxwait", "60000"),
    IDLE("idle-timeout-in-seconds", "idletimeout", "300"),
    VALIDATE("is-connection-validation-required", "isconnectvalidatereq", "false"),
    VALIDATION_METHOD("connection-validation-method", "validationmethod", "table"),
    VALIDATION_CLASS("validation-classname", "validationclassname", ""),
    VALIDATION_PERIOD("validate-atmost-once-period-in-seconds", "validateatmostonceperiod", "0"),
    LEAK("connection-leak-timeout-in-seconds", "leaktimeout", "0"),
    LEAK_RECLAIM("connection-leak-reclaim", "leakreclaim", "false"),
    OUTSIDE_TRANSACTIONS("non-transactional-connections", "nontransactionalconnections", "false"),
    TRACE("sql-trace-listeners", "sqltracelisteners", "fish.payara.jdbc.SilentSqlTraceListener");

    /** No listener hears of statements. */
    static final String NO_TRACE = "null";

    private final String attribute;
    private final String option;
    private final String standard;

    PoolAttribute(String attribute, String option, String standard) {
        this.attribute = attribute;
        this.option = option;
        this.standard = standard;
    }

    /** Returns its name in {@code domain.xml}. */
    String attribute() {
        return attribute;
    }

    /** Returns its name on the command line of {@code asadmin}. */
    String option() {
        return option;
    }

    /** Returns the value that a pool has which says nothing. */
    String standard() {
        return standard;
    }

    /** Returns a value that a pool has as it is compared: listeners that somebody has chosen are no difference. */
    String compared(String present) {
        return this == TRACE && !present.equals(standard) ? NO_TRACE : present;
    }

    /** Returns whether Payara takes a new value of it for a pool that is in use. */
    boolean isChangedInPlace() {
        return this != DATASOURCE_CLASS && this != TYPE;
    }
}
