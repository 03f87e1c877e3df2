package org.duetdb.benchmark.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server's clients saw.
 *
 * @param lines by kind of request; none where this was left out
 */
public record EndToEnd(Map<String, Line> lines) {

    /** One row by its key. */
    public static final String ONE_ROW = "1 row";

    /** A page of rows. */
    public static final String HUNDRED_ROWS = "100 rows";

    /** The kinds, in the order of the tables. */
    public static final List<String> KINDS = List.of(ONE_ROW, HUNDRED_ROWS);

    /** Copies the lines. */
    public EndToEnd {
        lines = Map.copyOf(lines);
    }

    /**
     * One kind of request.
     *
     * @param raw requests per second of the resource with raw JDBC
     * @param session requests per second of the resource with a session
     * @param ratio the second in relation to the first, formed of neighbouring slices
     * @param warm whether the server had stopped gaining speed before
     */
    public record Line(Spread raw, Spread session, Spread ratio, boolean warm) {}

    /** Returns one kind; empty if it was not measured. */
    public Optional<Line> line(String kind) {
        return Optional.ofNullable(lines.get(kind));
    }
}
