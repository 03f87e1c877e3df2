package org.duetdb.crash.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duetdb.crash.attack.Kind;
import org.duetdb.crash.client.Answer;
import org.duetdb.crash.verdict.Outcome;

/**
 * The sum of some runs.
 *
 * @param server on which server
 * @param kind what was killed
 * @param kills how many runs
 * @param acknowledged how many transfers were answered so, as the next two
 * @param lost how many transfers are wrong
 * @param inDoubt how many branches were prepared after recovery
 * @param slowest the longest time until all was clean, in seconds
 * @param restarted how many runs needed a restart of the server for that
 * @param seeds of the runs
 */
record Line(
        String server,
        String kind,
        int kills,
        int acknowledged,
        int refused,
        int unknown,
        int lost,
        int inDoubt,
        double slowest,
        int restarted,
        TreeSet<Long> seeds) {

    static final List<String> HEADER = List.of(
            "server",
            "kind",
            "kills",
            "acknowledged",
            "refused",
            "unknown",
            "lost",
            "in doubt",
            "slowest, s",
            "with a restart",
            "seeds");

    static Line of(String server, Outcome outcome) {
        Kind kind = outcome.attack().kind();
        return new Line(
                server,
                kind.toString(),
                1,
                outcome.journal().count(Answer.ACKNOWLEDGED),
                outcome.journal().count(Answer.REFUSED),
                outcome.journal().count(Answer.UNKNOWN),
                outcome.lost(),
                outcome.recovery().inDoubt(),
                outcome.recovery().seconds(),
                outcome.recovery().restarts() > 0 ? 1 : 0,
                new TreeSet<>(List.of(outcome.attack().seed())));
    }

    /** Reads one back. */
    static Line of(List<String> cells) {
        return new Line(
                cells.get(0),
                cells.get(1),
                Integer.parseInt(cells.get(2)),
                Integer.parseInt(cells.get(3)),
                Integer.parseInt(cells.get(4)),
                Integer.parseInt(cells.get(5)),
                Integer.parseInt(cells.get(6)),
                Integer.parseInt(cells.get(7)),
                Double.parseDouble(cells.get(8)),
                Integer.parseInt(cells.get(9)),
                Arrays.stream(cells.get(10).split(", "))
                        .map(Long::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    String key() {
        return server + ": " + kind;
    }

    Line plus(Line other) {
        TreeSet<Long> all = new TreeSet<>(seeds);
        all.addAll(other.seeds);
        return new Line(
                server,
                kind,
                kills + other.kills,
                acknowledged + other.acknowledged,
                refused + other.refused,
                unknown + other.unknown,
                lost + other.lost,
                inDoubt + other.inDoubt,
                Math.max(slowest, other.slowest),
                restarted + other.restarted,
                all);
    }

    List<String> cells() {
        return List.of(
                server,
                kind,
                Integer.toString(kills),
                Integer.toString(acknowledged),
                Integer.toString(refused),
                Integer.toString(unknown),
                Integer.toString(lost),
                Integer.toString(inDoubt),
                String.format(Locale.ROOT, "%.1f", slowest),
                Integer.toString(restarted),
                seeds.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
