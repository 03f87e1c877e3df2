package org.duetdb.preflight;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/** Takes a survey until it has gone well once. Each finding is logged once. For use by any thread. */
public final class RepeatedSurvey {

    private static final Logger LOG = System.getLogger(RepeatedSurvey.class.getName());

    private final DatabaseSurvey survey;
    private final Duration pause;
    private final ReentrantLock examining = new ReentrantLock();
    private final Set<String> logged = new HashSet<>();
    private volatile Result latest;

    /** What was found, and when, as {@link System#nanoTime()}. */
    private record Result(Preflight preflight, long time) {}

    /**
     * Creates one; nothing is asked yet.
     *
     * @param survey what is taken
     * @param pause how long a result that is not good is kept at least
     */
    public RepeatedSurvey(DatabaseSurvey survey, Duration pause) {
        this.survey = survey;
        this.pause = pause;
    }

    /** Returns the latest result, a new one if that is due; empty while another thread is about to have the first. */
    public Optional<Preflight> current(ExecutorService threads, Duration deadline) {
        if (isDue() && examining.tryLock()) {
            try {
                if (isDue()) {
                    examine(threads, deadline);
                }
            } finally {
                examining.unlock();
            }
        }
        return Optional.ofNullable(latest).map(Result::preflight);
    }

    /** Takes it now, and returns within the deadline. */
    public Preflight take(ExecutorService threads, Duration deadline) {
        examining.lock();
        try {
            return examine(threads, deadline);
        } finally {
            examining.unlock();
        }
    }

    private boolean isDue() {
        Result known = latest;
        return known == null
                || !known.preflight().permitsStart() && System.nanoTime() - known.time() >= pause.toNanos();
    }

    private Preflight examine(ExecutorService threads, Duration deadline) {
        Preflight taken = survey.take(threads, deadline);
        latest = new Result(taken, System.nanoTime());
        taken.findings().stream()
                .filter(finding -> logged.add(finding.message()))
                .forEach(finding -> LOG.log(finding.level(), finding.message()));
        return taken;
    }
}
