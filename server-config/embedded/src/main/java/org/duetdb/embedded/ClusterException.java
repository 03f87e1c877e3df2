package org.duetdb.embedded;

/**
 * A cluster could not be made, started or waited for. The message says what was expected and, where a server was
 * involved, how its log ends. It never holds a password.
 */
public class ClusterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClusterException(String message) {
        super(message);
    }

    ClusterException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The failure itself if it is one of a cluster, or else a new one with it as the cause. */
    static ClusterException of(Throwable failure) {
        return failure instanceof ClusterException known
                ? known
                : new ClusterException("The embedded databases failed: " + failure.getMessage(), failure);
    }
}
