package org.duetdb.benchmark.report;

import java.util.List;
import java.util.Optional;
import org.duetdb.benchmark.result.Spread;

/**
 * One figure that was promised, and what was measured.
 *
 * @param promise what was promised
 * @param line of what
 * @param measured the number and its spread; empty if there is none
 */
record Finding(String promise, String line, String measured, Verdict verdict) {

    static Finding of(String measure, String line, Optional<Spread> ratio, Limit limit, double figure) {
        String promise = measure + " " + limit.text(figure);
        return ratio.map(spread ->
                        new Finding(promise, line, spread.toString(), Verdict.of(limit.isKept(spread, figure))))
                .orElse(new Finding(promise, line, "", Verdict.NOT_MEASURED));
    }

    List<String> cells() {
        return List.of(promise, line, measured, verdict.toString());
    }
}
