package org.duetdb.benchmark.contest;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.duetdb.benchmark.harness.Turn;
import org.duetdb.benchmark.library.Library;
import org.duetdb.benchmark.result.Sample;

/** The JVM of one library: it works when it has its turn, and waits otherwise. For one thread. */
final class Contestant implements AutoCloseable {

    private final Library library;
    private final JmhFork fork;
    private final Socket turns;
    private int left;

    private Contestant(Library library, JmhFork fork, Socket turns, int left) {
        this.library = library;
        this.fork = fork;
        this.turns = turns;
        this.left = left;
    }

    /** Starts the JVM, and waits until it is ready for its first turn. */
    static Contestant start(Library library, JmhFork fork, Gate gate, int turns) throws IOException {
        try {
            Contestant contestant = new Contestant(
                    library, fork, gate.await(() -> !fork.samples().isDone()), turns);
            contestant.hear(Turn.READY);
            return contestant;
        } catch (IOException lost) {
            fork.explain(lost);
            throw lost;
        }
    }

    Library library() {
        return library;
    }

    /** Lets it work, and returns when it is done and idle. */
    void takeTurn() throws IOException {
        try {
            turns.getOutputStream().write(Turn.BEGIN);
            hear(Turn.DONE);
            if (--left > 0) {
                hear(Turn.READY);
            }
        } catch (IOException lost) {
            fork.explain(lost);
            throw lost;
        }
    }

    private void hear(int expected) throws IOException {
        int heard = turns.getInputStream().read();
        if (heard != expected) {
            throw new IOException("the JVM of " + library.label() + " has ended");
        }
    }

    /** Returns what it did in its turns, but for those to warm up; waits for the JVM to end after the last one. */
    List<Sample> samples() throws IOException {
        try {
            return fork.samples().join();
        } catch (CompletionException failure) {
            throw new IOException("the JVM of " + library.label() + " has failed", failure);
        }
    }

    /** Ends the JVM, if it has not ended after its last turn. */
    @Override
    public void close() throws IOException {
        turns.close();
    }
}
