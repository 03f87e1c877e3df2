package org.duetdb.connector;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.transaction.xa.XAResource;

/** Calls the one message-driven bean that is there. */
@Connector
public class PostOffice implements ResourceAdapter, PostOfficeMXBean {

    private volatile WorkManager threads;
    private volatile MessageEndpointFactory inboxes;

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        threads = context.getWorkManager();
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
        } catch (JMException failure) {
            throw new ResourceAdapterInternalException(failure);
        }
    }

    @Override
    public void stop() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
        } catch (JMException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec activation) {
        inboxes = factory;
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec activation) {
        inboxes = null;
    }

    @Override
    public String deliver(String message) {
        return deliver(new Delivery(inboxes, message, false));
    }

    @Override
    public String deliverBetween(String message) {
        return deliver(new Delivery(inboxes, message, true));
    }

    /** Not by {@code doWork}: a server may do that on the thread of the caller, with the caller's request. */
    private String deliver(Delivery delivery) {
        DeliveryEnd end = new DeliveryEnd();
        try {
            threads.scheduleWork(delivery, WorkManager.INDEFINITE, null, end);
        } catch (WorkException failure) {
            // a server may throw here, too, what a delivery has ended with that was quick
            return DeliveryEnd.causes(failure);
        }
        return end.await();
    }

    /** There is nothing to recover: a message exists only while it is delivered. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] activations) {
        return new XAResource[0];
    }

    /** There is one; but a server may insist that a resource adapter says so itself. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
