package org.duetdb.crash.client;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The answer to each transfer that was sent. Safe for use by several threads. */
public final class Journal {

    private final Map<Long, Answer> answers = new ConcurrentHashMap<>();

    /** Creates an empty one. */
    public Journal() {}

    /** Writes down what is known of a transfer: first that it is sent. */
    public void note(long transfer, Answer answer) {
        answers.put(transfer, answer);
    }

    /** Returns all, by the number of the transfer. */
    public Map<Long, Answer> answers() {
        return new TreeMap<>(answers);
    }

    /** Returns how many transfers have this answer. */
    public int count(Answer answer) {
        return (int) answers.values().stream().filter(answer::equals).count();
    }
}
