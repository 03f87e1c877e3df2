package org.duetdb.xa;

import java.time.Duration;
import java.util.Set;

/**
 * What all connections of one datasource share.
 *
 * @param siblings the aliases of the databases that transactions of this node write to, as far as they are known
 * @param maxLifetime how old a connection may become; zero if it does not matter
 * @param validationPeriod how long a connection counts as valid after the server has answered; zero if not at all
 * @param patience what a commit has with this database, if it goes away after its vote
 * @param leakSeconds how long a branch may hold its connection before that is said; 0 if it may for ever
 */
record Pool(
        Origin origin,
        Gids gids,
        Site site,
        Node node,
        LeakWatch leaks,
        Set<String> siblings,
        Duration maxLifetime,
        Duration validationPeriod,
        Patience patience,
        int leakSeconds) {

    Failures failures() {
        return new Failures(origin);
    }

    boolean isReadRole() {
        return origin.role() == Role.READ;
    }
}
