package org.duetdb.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that was started on a {@link Leash}. Safe for use by several threads. */
public final class LeashedProcess {

    private final Process process;
    private final String stopSignal;
    private final Duration grace;

    LeashedProcess(Process process, String stopSignal, Duration grace) {
        this.process = process;
        this.stopSignal = stopSignal;
        this.grace = grace;
    }

    /** The process id of the command itself, not of a shell around it. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the command has ended, by itself or not. */
    public CompletableFuture<LeashedProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /**
     * The exit value of the command; 128 and the number of the signal if it died of one.
     *
     * @throws IllegalThreadStateException if it has not ended yet
     */
    public int exitValue() {
        return process.exitValue();
    }

    /**
     * Sends the command a signal, named as {@code kill} names it, and does not wait. Has no effect on one that has
     * ended, or that has lost the shell process beside it.
     */
    public void signal(String name) {
        send(name);
    }

    /** Returns false if the watcher is gone, with its command or without. */
    private synchronized boolean send(String signal) {
        try {
            process.getOutputStream().write((signal + '\n').getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Stops the command and returns when it is gone: sends it the stop signal and, if it is still there after the grace
     * (or this thread is interrupted), kills it. Has no effect on one that has ended.
     */
    public void stop() {
        stop(stopSignal);
    }

    /** As {@link #stop()}, with another signal. */
    void stop(String signal) {
        boolean sent = send(signal);
        try {
            if (!sent || !process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        process.onExit().join();
    }

    /** Kills the command at once (SIGKILL), as a crash would, and does not wait. */
    public void kill() {
        process.destroyForcibly();
    }
}
