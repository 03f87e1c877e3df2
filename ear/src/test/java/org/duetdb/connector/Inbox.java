package org.duetdb.connector;

/** What a message-driven bean implements to get the messages of the {@link PostOffice}. */
public interface Inbox {
    /** Takes a message. */
    void receive(String message);
}
