package org.duetdb.connector;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;

/** What an {@link Inbox} can be configured with: nothing. */
@Activation(messageListeners = Inbox.class)
public class InboxActivation implements ActivationSpec {

    private ResourceAdapter adapter;

    @Override
    public void validate() {}

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.adapter = adapter;
    }
}
