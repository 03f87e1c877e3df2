package org.duetdb.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Another JVM, which has something on a leash and is going to die. It dies with this one too. */
final class OwnerJvm implements AutoCloseable {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final LeashedProcess process;

    OwnerJvm(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        process = Leash.command(command).output(lines::add).start();
    }

    /** The next line it prints. */
    String line() throws InterruptedException {
        String line = lines.poll(60, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("The owner JVM says nothing.");
        }
        return line;
    }

    LeashedProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.kill();
        process.onExit().join();
    }
}
