package org.duetdb.catalog;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.duetdb.config.Problem;

/** The configuration and the application do not fit: the message lists every problem. */
public final class CatalogException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates one that tells all of them. */
    public CatalogException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
    }
}
