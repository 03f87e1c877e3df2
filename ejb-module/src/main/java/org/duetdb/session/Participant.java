package org.duetdb.session;

import java.sql.Connection;
import org.duetdb.Origin;
import org.duetdb.datasource.DeferrableConstraints;

/** A session, as the transaction sees it. */
public interface Participant {

    /** Returns who it is, for messages. */
    Origin origin();

    /** Returns whether a unit of work may commit for it. */
    boolean autoCommit();

    /** Returns what is known of the constraints of its database. */
    DeferrableConstraints deferrableConstraints();

    /** Takes a connection of the pool. */
    Connection openConnection();

    /** Hears how the transaction ended; its connection has been given back by then. */
    void ended(boolean committed);
}
