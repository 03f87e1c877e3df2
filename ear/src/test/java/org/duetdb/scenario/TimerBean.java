package org.duetdb.scenario;

import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import org.duetdb.Database;
import org.duetdb.DbSession;

/** Writes when its time has come, in a transaction of the container. */
@Singleton
public class TimerBean {

    @Resource
    TimerService timers;

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    private String scheduledKey;
    private boolean failing;

    /** Has a row written in both databases as soon as may be. */
    public void start(String key) {
        timers.createSingleActionTimer(0, new TimerConfig(key, false));
    }

    /** Has a row written in both databases, and thrown an exception the first time; the container then tries again. */
    public void startFailing(String key) {
        failing = true;
        start(key);
    }

    /** Has a row written by the schedule. */
    public void schedule(String key) {
        scheduledKey = key;
    }

    @Timeout
    void timeout(Timer timer) {
        write(timer.getInfo() + "-" + main.state());
        if (failing) {
            failing = false;
            throw new IllegalStateException("on purpose");
        }
        write(timer.getInfo() + "-done");
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        if (scheduledKey != null) {
            write(scheduledKey);
            scheduledKey = null;
        }
    }

    private void write(String key) {
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        analytics.execute("INSERT INTO scenario (key) VALUES ($1)", key);
    }
}
