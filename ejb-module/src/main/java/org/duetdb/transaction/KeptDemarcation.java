package org.duetdb.transaction;

import jakarta.transaction.UserTransaction;
import java.util.Optional;
import java.util.function.Supplier;

/** A demarcation that is looked up until one is found, and kept. For use by any thread. */
final class KeptDemarcation implements Supplier<Optional<UserTransaction>> {

    private final Supplier<Optional<UserTransaction>> lookup;
    private volatile UserTransaction found;

    KeptDemarcation(Supplier<Optional<UserTransaction>> lookup) {
        this.lookup = lookup;
    }

    @Override
    public Optional<UserTransaction> get() {
        UserTransaction known = found;
        if (known == null) {
            known = lookup.get().orElse(null);
            found = known;
        }
        return Optional.ofNullable(known);
    }
}
