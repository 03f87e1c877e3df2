package org.duetdb.benchmark.harness;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The processor time that this JVM has used. On Linux it adds up what the kernel knows of each thread, to the
 * nanosecond, but for the compiler's, which work for the JVM's first seconds and not for an operation. Elsewhere it is
 * what the JVM says, which may come in steps of 10 ms.
 */
final class ClientCpu {

    private static final Path THREADS = Path.of("/proc/self/task");

    private ClientCpu() {}

    static long nanos() {
        if (!Files.isReadable(Path.of("/proc/self/schedstat"))) {
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                    .getProcessCpuTime();
        }
        try (Stream<Path> threads = Files.list(THREADS)) {
            return threads.mapToLong(ClientCpu::nanos).sum();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long nanos(Path thread) {
        try {
            if (Files.readString(thread.resolve("comm")).contains("Compiler")) {
                return 0;
            }
            String times = Files.readString(thread.resolve("schedstat"));
            return Long.parseLong(times.substring(0, times.indexOf(' ')));
        } catch (IOException ended) {
            return 0;
        }
    }
}
