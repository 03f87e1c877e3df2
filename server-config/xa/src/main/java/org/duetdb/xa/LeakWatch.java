package org.duetdb.xa;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Says once in the log that a branch has held its connection for too long, and who began it. Takes nothing away. One
 * daemon thread, which is there only while there is something to watch. Safe for use by several threads.
 */
final class LeakWatch {

    private static final Logger LOG = System.getLogger(LeakWatch.class.getName());
    private static final long LINGER_SECONDS = 2;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, LeakWatch::daemon);

    LeakWatch() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(LINGER_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        // The first to be watched may be an application that is removed later: nothing of it is inherited.
        Thread thread = new Thread(null, work, "duet-leak-watch", 0, false);
        thread.setContextClassLoader(LeakWatch.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Watches until the answer is cancelled.
     *
     * @param seconds how long a branch may be open; 0 watches nothing, and remembers no stack
     * @return what to cancel when the branch has ended; null if nothing is watched
     */
    Future<?> watch(int seconds, Origin origin) {
        if (seconds == 0) {
            return null;
        }
        Throwable begun = new Throwable("the transaction took the connection here");
        return timer.schedule(() -> report(seconds, origin, begun), seconds, TimeUnit.SECONDS);
    }

    private static void report(int seconds, Origin origin, Throwable begun) {
        LOG.log(
                Level.WARNING,
                "DUET-550 a transaction has held its connection for more than " + seconds + " s " + origin
                        + "; end it sooner, or raise leak-timeout",
                begun);
    }
}
