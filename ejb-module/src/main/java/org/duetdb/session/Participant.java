package org.duetdb.session;

import java.sql.Connection;
import org.duetdb.Origin;

/** A session, as the transaction sees it. */
public interface Participant {

    /** Returns who it is, for messages. */
    Origin origin();

    /** Returns whether a unit of work may commit for it. */
    boolean autoCommit();

    /** Hears that the database has something of it that was not there before, or will have with the commit. */
    void wrote();

    /** Returns whether it asks for its connection in order to lend it, and executes nothing itself. */
    default boolean isLending() {
        return false;
    }

    /** Takes a connection of the pool. */
    Connection openConnection();

    /** Hears how the transaction ended; its connection has been given back by then. */
    void ended(boolean committed);
}
