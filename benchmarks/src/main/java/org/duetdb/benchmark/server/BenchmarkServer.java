package org.duetdb.benchmark.server;

/** An application server with some applications, and the folder that they are in. */
interface BenchmarkServer extends AutoCloseable {

    /** The port of HTTP. */
    int port();

    /** Stops it, and removes its folder. */
    @Override
    void close();
}
