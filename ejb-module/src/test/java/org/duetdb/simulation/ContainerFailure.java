package org.duetdb.simulation;

import java.io.Serial;

/** What a container throws to the caller of a method when its transaction did not commit. */
final class ContainerFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ContainerFailure(Exception cause) {
        super(cause);
    }
}
