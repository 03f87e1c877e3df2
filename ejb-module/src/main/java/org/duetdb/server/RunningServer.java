package org.duetdb.server;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The server that the application runs on, found once. For use by any thread.
 *
 * @param server what it can do; where it is not known, what is portable
 * @param isKnown whether one of the implementations has recognized it
 * @param supported the names of those that there are implementations for
 */
public record RunningServer(ApplicationServer server, boolean isKnown, List<String> supported) {

    /** Looks once, and not before it is asked for. */
    private static final class Found {
        static final RunningServer SERVER =
                of(ServiceLoader.load(ApplicationServer.class, ApplicationServer.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /** Returns it. */
    public static RunningServer find() {
        return Found.SERVER;
    }

    static RunningServer of(List<ApplicationServer> all) {
        Optional<ApplicationServer> running =
                all.stream().filter(ApplicationServer::isRunning).findFirst();
        List<String> names = all.stream().map(ApplicationServer::name).sorted().toList();
        return new RunningServer(running.orElseGet(UnknownServer::new), running.isPresent(), names);
    }
}
