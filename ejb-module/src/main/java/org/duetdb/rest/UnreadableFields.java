package org.duetdb.rest;

import java.io.IOException;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * Trailer fields that no server can write, so that it does not write what comes after them either: the end of the
 * response.
 *
 * <p>Whoever reads them entry by entry gets an {@link IOException}, as if the connection were gone: Payara and WildFly
 * close it then. Liberty forgets an exception and ends the response in spite of it, but it reads names and values
 * apart, keeps them, and stumbles over the missing value again whenever it is about to write the end.
 */
final class UnreadableFields extends AbstractMap<String, String> {

    private static final String NAME = "Duet-Response-End";

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        throw this.<RuntimeException>undeclared(new IOException("the response is not complete"));
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public Set<String> keySet() {
        return Set.of(NAME);
    }

    @Override
    public String get(Object name) {
        return null;
    }

    /** Throws what a server expects where it writes, and what the signature of a map does not allow. */
    @SuppressWarnings("unchecked")
    private <T extends Throwable> T undeclared(Throwable failure) throws T {
        throw (T) failure;
    }
}
