package org.duetdb.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Ports that nobody listens on. */
public final class FreePort {

    /** Below the ports that Linux (from 32768) and macOS (from 49152) give to outgoing connections. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_767;
    private static final int ATTEMPTS = 1_000;

    private FreePort() {}

    /**
     * A port of 127.0.0.1 that was free just now, and that no outgoing connection takes while a server is down for a
     * moment. Somebody else may still be faster to listen on it.
     */
    public static int pick() {
        Random random = new Random();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = random.nextInt(FIRST, LAST + 1);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ClusterException("No free port was found between " + FIRST + " and " + LAST + " on 127.0.0.1.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
