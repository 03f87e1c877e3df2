package org.duetdb.crash.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a port of this machine that can be cut, and that can swallow everything. Safe for use by several threads.
 */
public final class Relay implements AutoCloseable {

    private static final int BACKLOG = 50;
    private static final int BUFFER = 16 * 1024;

    /** What it does with connections. */
    private enum State {
        OPEN,
        CUT,
        SILENT
    }

    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private State state = State.OPEN;

    private Relay(int target, ServerSocket entrance) {
        this.target = target;
        this.entrance = entrance;
    }

    /** Starts one. */
    public static Relay to(int target) throws IOException {
        Relay relay = new Relay(target, new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1")));
        thread("duet-relay-" + target, relay::accept).start();
        return relay;
    }

    /** The port to connect to instead. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Lets everything pass from now on. */
    public synchronized void open() {
        if (state == State.SILENT) {
            // what was swallowed cannot be had back: these connections are of no use to either end
            closeAll();
        }
        state = State.OPEN;
        notifyAll();
    }

    /** Closes all connections, and every new one. */
    public synchronized void cut() {
        state = State.CUT;
        closeAll();
        notifyAll();
    }

    /** Keeps all connections, and lets nothing pass: neither end hears anything. */
    public synchronized void silence() {
        state = State.SILENT;
    }

    private void closeAll() {
        sockets.forEach(Relay::close);
        sockets.clear();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                thread("duet-relay-" + client.getPort(), () -> connect(client)).start();
            }
        } catch (IOException closed) {
            // nobody can connect any more, which is what closing is for
        }
    }

    /** Either end may be closed at any time, by a cut. The other one then is closed, too. */
    private void connect(Socket client) {
        try (client) {
            if (!isPassable(client)) {
                return;
            }
            try (Socket server = new Socket(InetAddress.getByName("127.0.0.1"), target)) {
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                if (isPassable(server)) {
                    thread("duet-relay-back-" + client.getPort(), () -> pump(server, client))
                            .start();
                    pump(client, server);
                }
            }
        } catch (IOException away) {
            // the client learns of it by the close
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!isPassable(from)) {
                    break;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // the other end learns of it by the close
        } finally {
            close(from);
            close(to);
        }
    }

    /** Waits while nothing passes. Returns false if the connection was closed in the meantime, or is to be. */
    private synchronized boolean isPassable(Socket socket) {
        sockets.add(socket);
        try {
            while (state == State.SILENT && !socket.isClosed()) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
        return state == State.OPEN && !socket.isClosed();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        cut();
    }
}
