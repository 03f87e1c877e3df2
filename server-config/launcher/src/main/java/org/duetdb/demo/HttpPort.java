package org.duetdb.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The port of the demo. */
final class HttpPort {

    private HttpPort() {}

    /**
     * Returns the wished port, or a free one for 0.
     *
     * @throws IllegalStateException if the wished port is taken
     */
    static int choose(int wished) {
        try (ServerSocket socket = new ServerSocket(wished, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "port " + wished + " is taken; choose another with -Dduet.http.port=…, or 0 for a free one", taken);
        }
    }
}
