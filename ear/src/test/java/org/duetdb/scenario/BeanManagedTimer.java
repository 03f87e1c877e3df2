package org.duetdb.scenario;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.UnitOfWork;

/** Writes when its time has come, in a transaction that it begins and that the unit of work ends. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class BeanManagedTimer {

    @Resource
    TimerService timers;

    @Inject
    @Database
    DbSession main;

    /** Has a row written as soon as may be. */
    public void start(String key) {
        timers.createSingleActionTimer(0, new TimerConfig(key, false));
    }

    @Timeout
    @UnitOfWork
    void timeout(Timer timer) {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", timer.getInfo());
    }
}
