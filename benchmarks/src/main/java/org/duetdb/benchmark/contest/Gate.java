package org.duetdb.benchmark.contest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;

/** Where the JVMs of the libraries come to ask for their turns. */
public final class Gate implements AutoCloseable {

    private static final int LOOK_AGAIN_MILLIS = 200;

    private final ServerSocket server;

    /** Opens it, on the loopback interface only. */
    public Gate() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout(LOOK_AGAIN_MILLIS);
    }

    /** Returns its port. */
    public int port() {
        return server.getLocalPort();
    }

    /** Waits for the one JVM that was started last, for as long as there is hope. */
    Socket await(BooleanSupplier hope) throws IOException {
        while (true) {
            try {
                Socket arrived = server.accept();
                arrived.setTcpNoDelay(true);
                return arrived;
            } catch (SocketTimeoutException notYet) {
                if (!hope.getAsBoolean()) {
                    throw notYet;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
