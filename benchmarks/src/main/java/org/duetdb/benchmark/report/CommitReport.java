package org.duetdb.benchmark.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duetdb.benchmark.result.CommitKind;
import org.duetdb.benchmark.result.Commits;
import org.duetdb.harness.MarkdownTable;

/**
 * What commits cost, in Markdown.
 *
 * @param conditions under which it was measured, as sentences
 * @param commits by server
 */
public record CommitReport(String conditions, List<Commits> commits) {

    private static final String MEASURE = "Requests per second";

    /** Copies the list. */
    public CommitReport {
        commits = List.copyOf(commits);
    }

    /** Returns the text. */
    public String text() {
        return conditions + warmth() + '\n' + speeds() + '\n' + figures() + '\n' + byRawJdbc();
    }

    private String warmth() {
        return lines(commits.stream()
                .filter(server -> !server.warm())
                .map(server -> server.server() + " was not warm yet."));
    }

    /** What no library can be measured by alone: a read costs something beside a write, whoever reads. */
    private String byRawJdbc() {
        return lines(commits.stream()
                .map(server -> "On " + server.server() + " reading the replica beside the write leaves raw JDBC "
                        + server.ratio(CommitKind.PLAIN_WRITE_AND_REPLICA, CommitKind.PLAIN_WRITE)
                        + " of its own requests per second; a session has "
                        + server.ratio(CommitKind.WRITE, CommitKind.PLAIN_WRITE)
                        + " of those of raw JDBC without the read, and "
                        + server.ratio(CommitKind.WRITE_AND_REPLICA, CommitKind.PLAIN_WRITE_AND_REPLICA)
                        + " with it."));
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + '\n').collect(Collectors.joining());
    }

    private String speeds() {
        MarkdownTable table = new MarkdownTable(
                row("requests per second with", server -> server.server().toString()));
        for (CommitKind kind : CommitKind.values()) {
            table.row(row(
                    kind.label(),
                    server -> String.format(
                            Locale.ROOT, "%,.0f", server.speed(kind).median())));
        }
        return table.text();
    }

    private List<String> row(String name, Function<Commits, String> cell) {
        return Stream.concat(Stream.of(name), commits.stream().map(cell)).toList();
    }

    private String figures() {
        MarkdownTable table = new MarkdownTable(List.of("promised", "of", "measured", "verdict"));
        findings().map(Finding::cells).forEach(table::row);
        return table.text();
    }

    Stream<Finding> findings() {
        return commits.stream().flatMap(CommitReport::findings);
    }

    private static Stream<Finding> findings(Commits server) {
        Stream<Finding> everywhere = Stream.of(
                atLeast(0.95, server, CommitKind.WRITE_AND_REPLICA, CommitKind.WRITE),
                atLeast(1.2, server, CommitKind.WRITE_AND_READ, CommitKind.TWO_WRITES),
                atLeast(0.75, server, CommitKind.TWO_WRITES, CommitKind.PLAIN_TWO_WRITES));
        return server.server().isDownToOnePhase()
                ? Stream.concat(
                        everywhere, Stream.of(atLeast(0.45, server, CommitKind.WRITE_AND_READ, CommitKind.WRITE)))
                : everywhere;
    }

    private static Finding atLeast(double figure, Commits server, CommitKind kind, CommitKind base) {
        return Finding.of(
                MEASURE,
                server.server() + ", " + kind.label() + " : " + base.label(),
                Optional.of(server.ratio(kind, base)),
                Limit.AT_LEAST,
                figure);
    }
}
