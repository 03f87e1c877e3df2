package org.duetdb.benchmark.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One keep-alive connection that asks again as soon as it has been answered. For one thread at a time. */
final class Browser implements AutoCloseable {

    private static final int STRIDE = 61;
    private static final int PLACES = 9_900;

    private final int port;
    private int asked;
    private Socket socket;
    private ResponseReader responses;

    Browser(int port, int first) {
        this.port = port;
        this.asked = first;
    }

    /** Asks until the time has come, and returns how often it was answered before that. */
    long ask(Target target, long untilNanos) {
        long answered = 0;
        try {
            while (true) {
                askOnce(target);
                if (System.nanoTime() > untilNanos) {
                    return answered;
                }
                answered++;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A server ends a connection after some number of requests, and says so. */
    private void askOnce(Target target) throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            responses = new ResponseReader(socket.getInputStream());
        }
        int place = Math.floorMod(asked++ * STRIDE, PLACES) + 1;
        String request = "GET " + target.path(place) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        if (!responses.read()) {
            close();
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
