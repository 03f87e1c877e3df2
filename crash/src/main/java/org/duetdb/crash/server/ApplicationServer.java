package org.duetdb.crash.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * An application server with the application, which can be killed and started again on its folder. It is not running at
 * first. It ends with this JVM, however that ends. For one thread.
 */
public interface ApplicationServer extends AutoCloseable {

    /** Its name and version, for people. */
    String name();

    /** Starts it, and returns when it says that it is ready; the application need not be. */
    void start();

    /** Ends it at once, as a crash would, and returns when it is gone. */
    void kill();

    /** Asks it to end, and returns when it is gone. */
    void stop();

    /** Whether its process is there. */
    boolean isRunning();

    /** Completes when the present process has ended. */
    CompletableFuture<?> onExit();

    /** Where the application is. */
    URI application();

    /** All that it has said since it was made. */
    Path log();

    /** The file by which orders come to the hook in it. */
    Path orders();

    /**
     * How long it may take until what became free to be recovered is: once round its own clock, or what it needs after
     * a start.
     */
    Duration recoveryCycle();

    /** Stops it, and removes its folder. */
    @Override
    void close();
}
