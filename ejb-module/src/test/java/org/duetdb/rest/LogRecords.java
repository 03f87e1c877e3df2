package org.duetdb.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a class logs, instead of where it would go, until closed. */
final class LogRecords extends Handler {

    private final Logger logger;
    private final List<String> lines = new ArrayList<>();

    LogRecords(Class<?> source) {
        logger = Logger.getLogger(source.getName());
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    /** Returns level and message of each record. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord one) {
        lines.add(one.getLevel() + " " + new SimpleFormatter().formatMessage(one));
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
