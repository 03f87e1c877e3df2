package org.duetdb.web.problem;

import java.io.Serial;
import org.duetdb.rest.Problem;

/** Ends a request with a problem, and with it the request's transaction: nothing is changed. */
public class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemType type;

    /**
     * Creates an exception.
     *
     * @param detail one sentence for the client
     */
    public ProblemException(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    Problem problem() {
        return type.problem(getMessage());
    }
}
