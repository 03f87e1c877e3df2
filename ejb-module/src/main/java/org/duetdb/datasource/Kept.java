package org.duetdb.datasource;

import java.util.Optional;
import java.util.function.Supplier;

/** What is looked up until it is found, and kept. For use by any thread. */
public final class Kept<T> implements Supplier<Optional<T>> {

    private final Supplier<Optional<T>> lookup;
    private volatile T found;

    /** Looks nothing up yet. */
    public Kept(Supplier<Optional<T>> lookup) {
        this.lookup = lookup;
    }

    @Override
    public Optional<T> get() {
        T known = found;
        if (known == null) {
            known = lookup.get().orElse(null);
            found = known;
        }
        return Optional.ofNullable(known);
    }
}
