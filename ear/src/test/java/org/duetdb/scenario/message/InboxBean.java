package org.duetdb.scenario.message;

import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.connector.Inbox;

/** Writes what it gets, in the transaction of the container. */
@MessageDriven
public class InboxBean implements Inbox {

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    /**
     * Writes the message in both databases, and in the main one the state of the session and the name of the request;
     * {@code throw} and {@code begin} then do what they say.
     */
    @Override
    public void receive(String message) {
        main.execute("INSERT INTO scenario (key) VALUES ($1)", message);
        analytics.execute("INSERT INTO scenario (key) VALUES ($1)", message);
        main.execute("INSERT INTO scenario (key) VALUES ($1)", main.state().name());
        main.execute("INSERT INTO scenario (key) VALUES ($1)", main.requestId());
        switch (message) {
            case "throw" -> throw new IllegalStateException("on purpose");
            case "begin" -> main.begin();
            default -> {}
        }
    }
}
