package org.duetdb.connector;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;

/** The delivery of one message, in a transaction of the container. */
final class Delivery implements Work {

    private final MessageEndpointFactory inboxes;
    private final String message;
    private final boolean between;

    /**
     * With {@code between} the transaction of the container begins before the method and ends after it (Jakarta
     * Connectors 2.1 §13.5).
     */
    Delivery(MessageEndpointFactory inboxes, String message, boolean between) {
        this.inboxes = inboxes;
        this.message = message;
        this.between = between;
    }

    @Override
    public void run() {
        try {
            MessageEndpoint endpoint = inboxes.createEndpoint(null);
            try {
                if (between) {
                    endpoint.beforeDelivery(Inbox.class.getMethod("receive", String.class));
                }
                receive(endpoint);
            } finally {
                endpoint.release();
            }
        } catch (ResourceException | NoSuchMethodException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void receive(MessageEndpoint endpoint) throws ResourceException {
        try {
            ((Inbox) endpoint).receive(message);
        } finally {
            if (between) {
                endpoint.afterDelivery();
            }
        }
    }

    @Override
    public void release() {}
}
