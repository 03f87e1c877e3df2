package org.duetdb.session;

import org.duetdb.DatabaseException;
import org.duetdb.Origin;
import org.duetdb.ServerError;

/**
 * What an error is thrown as, and what is said of it.
 *
 * @param type makes the exception
 * @param code {@code DUET-nnn}
 * @param what what failed
 * @param remedy what to do; may be null
 */
record Explanation(Type type, String code, String what, String remedy) {

    /** The constructor of an exception. */
    @FunctionalInterface
    interface Type {
        DatabaseException create(
                String code, String what, String remedy, Origin origin, ServerError error, Throwable cause);
    }
}
