package org.duetdb.crash.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RelayTest {

    private static final int MOMENT = 200;

    private ServerSocket target;
    private Relay relay;

    @BeforeEach
    void open() throws IOException {
        target = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        relay = Relay.to(target.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        target.close();
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getByName("127.0.0.1"), relay.port());
    }

    @Test
    void open_bytes_passBothWays() throws Exception {
        try (Socket client = connect();
                Socket server = target.accept()) {
            client.getOutputStream().write(1);
            assertThat(server.getInputStream().read()).isEqualTo(1);
            server.getOutputStream().write(2);
            assertThat(client.getInputStream().read()).isEqualTo(2);
        }
    }

    /** Some are cut while the relay makes the second half of them. */
    @RepeatedTest(200)
    void cut_connections_areClosedOldAndNew() throws Exception {
        try (Socket client = connect();
                Socket server = target.accept()) {
            relay.cut();
            assertThat(isClosed(client)).isTrue();
            assertThat(isClosed(server)).isTrue();
            try (Socket late = connect()) {
                assertThat(isClosed(late)).isTrue();
            }
        }
        relay.open();
        try (Socket again = connect();
                Socket server = target.accept()) {
            again.getOutputStream().write(3);
            assertThat(server.getInputStream().read()).isEqualTo(3);
        }
    }

    @Test
    void silence_bytes_areSwallowedAndNobodyIsTold() throws Exception {
        try (Socket client = connect();
                Socket server = target.accept()) {
            relay.silence();
            client.getOutputStream().write(1);
            server.setSoTimeout(MOMENT);
            assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            relay.open();
            server.setSoTimeout(0);
            assertThat(isClosed(server)).isTrue();
        }
    }

    /** The end may come as one, or as a reset. */
    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
