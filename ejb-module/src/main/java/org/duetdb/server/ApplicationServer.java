package org.duetdb.server;

import java.util.Map;
import java.util.Optional;

/**
 * What Duet needs of the application server it runs on and Jakarta EE does not offer. All else is the same on every
 * server, and works on one that is not known, too.
 *
 * <p>Another server is supported by an implementation that {@link java.util.ServiceLoader} finds beside the library. It
 * has a public constructor without parameters, is for use by any thread, and must load on every server: it may not link
 * to classes of its own.
 */
public interface ApplicationServer {

    /** Returns its name, for messages. */
    String name();

    /** Returns whether it is the one that the application runs on. */
    boolean isRunning();

    /**
     * Returns whether its health checks are found in every module of an application, as they are almost everywhere.
     * Where they are not, Duet's is registered in a way that the server finds.
     */
    default boolean findsHealthChecks() {
        return true;
    }

    /**
     * Returns whether a pool makes the connections that it shall keep, {@code min-idle}, by itself, as it does almost
     * everywhere. Where it does not, Duet has it make them when the application starts.
     */
    default boolean fillsPools() {
        return true;
    }

    /**
     * Returns whether {@code UserTransaction} refuses, each time it is called, a component that may not have it. Such a
     * one is looked up once. Almost everywhere only the lookup refuses, so that it is asked each time.
     */
    default boolean checksDemarcationWhenCalled() {
        return false;
    }

    /**
     * Returns what a persistence provider that the server brings has to be told in order to find the server's
     * transactions, under the names of its properties.
     */
    default Map<String, String> persistenceProperties() {
        return Map.of();
    }

    /**
     * Returns the figures of the pool behind a datasource; empty if the server does not show them, or not yet.
     *
     * @param jndiName where the datasource is
     */
    Optional<PoolFigures> figures(String jndiName);

    /**
     * Ends the connections of a pool that are idle. Those that are lent stay with who has them. Where it returns false,
     * as many connections as {@link #figures} calls idle are taken and broken instead.
     *
     * @param jndiName where the datasource of the pool is
     * @return whether the server could be told to
     */
    boolean flush(String jndiName);
}
