package org.duetdb.benchmark;

import java.util.Locale;
import java.util.stream.Collectors;
import org.duetdb.benchmark.contest.Plan;
import org.duetdb.benchmark.result.ServerKind;

/** Says under which conditions was measured. */
record Conditions(Plan plan, boolean pinned, int cores, String server) {

    String ofLibraries() {
        return String.format(
                Locale.ROOT,
                "Measured on %d cores, %s, with JDK %s and PostgreSQL %s (`fsync` on), %s: %d rounds of %d ms, in %d"
                        + " heats after %d s of warming up each.\n",
                cores,
                pinned ? "client and server pinned to one of them" : "**not pinned**, so that short times mean little",
                System.getProperty("java.version"),
                server,
                System.getProperty("benchmark.versions", "versions unknown"),
                plan.rounds(),
                plan.slice().toMillis(),
                plan.heats(),
                plan.warmUp());
    }

    String ofCommits() {
        return String.format(
                Locale.ROOT,
                "Measured on %d cores, %s, with JDK %s, PostgreSQL %s (`fsync` on), on %s, by 4 connections: %d rounds"
                        + " of 2 s.\n",
                cores,
                pinned
                        ? "server and databases pinned to one of them, clients and the replica to the others"
                        : "**not pinned**",
                System.getProperty("java.version"),
                server,
                plan.servers().stream().map(ServerKind::toString).collect(Collectors.joining(" and ")),
                plan.rounds());
    }
}
