package org.duetdb.benchmark.result;

/** A request that ends in a commit. */
public enum CommitKind {

    /** One database is written. */
    WRITE("one database written"),

    /** Beside it the replica is read, by a session of the read role. */
    WRITE_AND_REPLICA("one database written, its replica read"),

    /** The other database takes part, by a session of the write role, and is only read. */
    WRITE_AND_READ("two databases, one of them written"),

    /** Both are written. */
    TWO_WRITES("two databases written"),

    /** Both are written, without anything of Duet. */
    PLAIN_TWO_WRITES("two databases written, by raw JDBC over the driver's own class"),

    /** One is written, without anything of Duet. */
    PLAIN_WRITE("one database written, by raw JDBC over the driver's own class"),

    /** Beside it the replica is read, on a pool that takes part in no transaction. */
    PLAIN_WRITE_AND_REPLICA("one database written, its replica read, by raw JDBC over the driver's own class");

    private final String label;

    CommitKind(String label) {
        this.label = label;
    }

    /** Returns its name in tables. */
    public String label() {
        return label;
    }
}
