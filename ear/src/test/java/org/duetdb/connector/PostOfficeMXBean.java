package org.duetdb.connector;

/** How a message is sent: JMX reaches the adapter from every class loader. */
public interface PostOfficeMXBean {

    /** The name that the adapter is registered by. */
    String NAME = "org.duetdb.connector:type=PostOffice";

    /**
     * Delivers a message on a thread of the container, where no request is active, and waits until the transaction of
     * the delivery has ended. The container begins and ends it around the method of the bean.
     *
     * @return what the bean has thrown, or an empty text
     */
    String deliver(String message);

    /** Does the same, with a transaction that begins before the method of the bean and ends after it. */
    String deliverBetween(String message);
}
