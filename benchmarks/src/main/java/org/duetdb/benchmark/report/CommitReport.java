package org.duetdb.benchmark.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.duetdb.benchmark.result.CommitKind;
import org.duetdb.benchmark.result.Commits;

/**
 * What commits cost, in Markdown.
 *
 * @param conditions under which it was measured, as sentences
 */
public record CommitReport(String conditions, Commits commits) {

    private static final String MEASURE = "Requests per second";

    /** Returns the text. */
    public String text() {
        String warmth = commits.warm() ? "" : "The server was not warm yet.\n";
        return conditions + warmth + '\n' + speeds() + '\n' + figures() + '\n' + byRawJdbc();
    }

    /** What no library can be measured by alone: a read costs something beside a write, whoever reads. */
    private String byRawJdbc() {
        return "Reading the replica beside the write leaves raw JDBC "
                + commits.ratio(CommitKind.PLAIN_WRITE_AND_REPLICA, CommitKind.PLAIN_WRITE)
                + " of its own requests per second; a session has "
                + commits.ratio(CommitKind.WRITE, CommitKind.PLAIN_WRITE)
                + " of those of raw JDBC without the read, and "
                + commits.ratio(CommitKind.WRITE_AND_REPLICA, CommitKind.PLAIN_WRITE_AND_REPLICA)
                + " with it.\n";
    }

    private String speeds() {
        Table table = new Table(List.of("a request with", "requests per second"));
        for (CommitKind kind : CommitKind.values()) {
            double speed = commits.speed(kind).median();
            table.row(List.of(kind.label(), String.format(Locale.ROOT, "%,.0f", speed)));
        }
        return table.text();
    }

    private String figures() {
        Table table = new Table(List.of("promised", "of", "measured", "verdict"));
        findings().map(Finding::cells).forEach(table::row);
        return table.text();
    }

    Stream<Finding> findings() {
        return Stream.of(
                atLeast(0.95, CommitKind.WRITE_AND_REPLICA, CommitKind.WRITE),
                atLeast(1.2, CommitKind.WRITE_AND_READ, CommitKind.TWO_WRITES),
                atLeast(0.75, CommitKind.TWO_WRITES, CommitKind.PLAIN_TWO_WRITES));
    }

    private Finding atLeast(double figure, CommitKind kind, CommitKind base) {
        return Finding.of(
                MEASURE,
                kind.label() + " : " + base.label(),
                Optional.of(commits.ratio(kind, base)),
                Limit.AT_LEAST,
                figure);
    }
}
