package org.duetdb.server;

import java.util.Optional;

/** A server of which nothing is known but that it runs Jakarta EE. */
final class UnknownServer implements ApplicationServer {

    @Override
    public String name() {
        return "unknown";
    }

    @Override
    public boolean isRunning() {
        return true;
    }

    @Override
    public Optional<PoolFigures> figures(String jndiName) {
        return Optional.empty();
    }

    @Override
    public boolean flush(String jndiName) {
        return false;
    }
}
