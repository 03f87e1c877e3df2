package org.duetdb.benchmark.result;

/** A server that commits are measured on. */
public enum ServerKind {

    /** Payara Micro. */
    PAYARA_MICRO("Payara Micro", false),

    /** WildFly. */
    WILDFLY("WildFly", true);

    private final String label;
    private final boolean downToOnePhase;

    ServerKind(String label, boolean downToOnePhase) {
        this.label = label;
        this.downToOnePhase = downToOnePhase;
    }

    /** Returns whether its manager commits in one phase when all databases but the last have voted read-only. */
    public boolean isDownToOnePhase() {
        return downToOnePhase;
    }

    /** Returns its name in tables. */
    @Override
    public String toString() {
        return label;
    }
}
