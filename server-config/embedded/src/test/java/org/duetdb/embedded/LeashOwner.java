package org.duetdb.embedded;

import java.time.Duration;
import java.util.List;

/** Has a command on a leash and waits to be killed. Prints its folder and the process id of the command. */
final class LeashOwner {

    private LeashOwner() {}

    public static void main(String[] command) throws InterruptedException {
        RunFolder run = RunFolder.create();
        System.out.println(run.path());
        LeashedProcess process = Leash.command(List.of(command))
                .within(run)
                .grace(Duration.ofSeconds(1))
                .output(System.out::println)
                .start();
        System.out.println(process.pid());
        Thread.currentThread().join();
    }
}
