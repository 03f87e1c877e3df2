package org.duetdb.benchmark.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The turns of this JVM: many are alive together, and only one of them works. It cannot outlive who gives the turns: a
 * connection that has ended ends the JVM.
 */
final class Turns implements AutoCloseable {

    private final Socket gate;

    Turns(int port) {
        try {
            gate = new Socket(InetAddress.getLoopbackAddress(), port);
            gate.setTcpNoDelay(true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until it is this JVM's turn. */
    void await() {
        say(Turn.READY);
        try {
            if (gate.getInputStream().read() != Turn.BEGIN) {
                Runtime.getRuntime().halt(1);
            }
        } catch (IOException gone) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** Ends the turn. */
    void end() {
        say(Turn.DONE);
    }

    private void say(int word) {
        try {
            gate.getOutputStream().write(word);
        } catch (IOException gone) {
            Runtime.getRuntime().halt(1);
        }
    }

    @Override
    public void close() {
        try {
            gate.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
