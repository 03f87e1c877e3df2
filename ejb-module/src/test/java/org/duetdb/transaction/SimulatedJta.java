package org.duetdb.transaction;

import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.duetdb.session.SessionServices;

/** The door through which a simulated transaction manager comes in. */
public final class SimulatedJta {

    private SimulatedJta() {}

    /**
     * Returns the services of an application whose container has these.
     *
     * @param demarcation asked each time, as components differ
     */
    public static TransactionServices services(
            Supplier<Optional<UserTransaction>> demarcation, TransactionSynchronizationRegistry registry) {
        return new TransactionServices(
                new Jta(demarcation, () -> Optional.of(registry)), CommitPositions.of(List.of(), null));
    }

    /** Returns the sessions outside requests of that application. */
    public static OpenSessions sessions(TransactionServices services, SessionServices sessions) {
        return new OpenSessions(services, sessions);
    }
}
