package org.duetdb.model;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.duetdb.DuetException;

/** What a provider of persistence throws around the exceptions of Duet. */
final class ProviderFailures {

    /** Providers wrap several times, and might in a circle. */
    private static final int DEEPEST = 20;

    private ProviderFailures() {}

    /**
     * Does work of a provider.
     *
     * @throws DuetException that which is among the causes, in place of the provider's
     */
    static <T> T unwrapped(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            throw Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                    .limit(DEEPEST)
                    .filter(DuetException.class::isInstance)
                    .map(RuntimeException.class::cast)
                    .findFirst()
                    .orElse(failure);
        }
    }
}
