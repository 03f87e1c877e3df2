package org.duetdb.crash.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a server is started, each time the same way.
 *
 * @param name its name
 * @param ready what it says when it is ready
 * @param command the command, which is the server itself and not a shell around it
 * @param environment what it finds in its environment
 * @param workingDirectory where
 * @param port the port of HTTP
 * @param recoveryCycle see {@link ApplicationServer#recoveryCycle()}
 */
record Launch(
        String name,
        String ready,
        List<String> command,
        Map<String, String> environment,
        Path workingDirectory,
        int port,
        Duration recoveryCycle) {}
