package org.duetdb.simulation;

/** Work that is given to {@code transaction(work)}, and whether and how it ran. */
final class ObservedWork {

    private final Trace trace;
    private final Work body;

    private boolean ran;
    private Throwable thrown;

    ObservedWork(Trace trace, Work body) {
        this.trace = trace;
        this.body = body;
    }

    /** Runs it, perhaps once more. */
    void run() throws Exception {
        ran = true;
        thrown = null;
        trace.enter();
        try {
            body.run();
        } catch (Error failure) {
            thrown = failure;
            throw failure;
        } catch (Throwable failure) {
            thrown = failure;
            throw (Exception) failure;
        } finally {
            trace.leave();
        }
    }

    boolean hasRun() {
        return ran;
    }

    /** Returns what it threw when it ran last; null if it returned. */
    Throwable thrown() {
        return thrown;
    }
}
