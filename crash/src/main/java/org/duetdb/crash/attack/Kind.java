package org.duetdb.crash.attack;

/** What is killed. */
public enum Kind {
    /** The application server. */
    SERVER("server killed"),
    /** A database, by an immediate stop. */
    DATABASE("database stopped"),
    /** The backends of a database, by its administrator. */
    BACKENDS("backends terminated"),
    /** The connections to a database. */
    CUT("connections cut"),
    /** The connections to a database, which nobody tells. */
    SILENCE("connections silent"),
    /** The application server, and a database while the server recovers. */
    AWAY("server killed, database away");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** Returns it in words. */
    @Override
    public String toString() {
        return text;
    }
}
