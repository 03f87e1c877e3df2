package org.duetdb.embedded;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The clusters, and the order in which they come to be. */
record Clusters(Cluster primary, List<Cluster> standbys, Cluster analytics) {

    static Clusters of(Installation installation, Superuser superuser, int standbys) {
        List<Cluster> following = new ArrayList<>();
        for (int number = 1; number <= standbys; number++) {
            String name = number == 1 ? "standby" : "standby" + number;
            following.add(new Cluster(name, installation, superuser, FreePort::pick));
        }
        return new Clusters(
                new Cluster("primary", installation, superuser, FreePort::pick),
                List.copyOf(following),
                new Cluster("analytics", installation, superuser, FreePort::pick));
    }

    /** Makes the data of all. That of a standby is a copy of the primary's, which was never started. */
    void initialize(Settings settings, Tls tls) {
        Steps.together(
                () -> {
                    primary.initialize(settings, tls);
                    for (Cluster standby : standbys) {
                        primary.data().copyTo(standby.data());
                    }
                },
                () -> analytics.initialize(settings, tls));
    }

    /** Starts and fills them. The standby has to know the primary's port, so it comes second, while roles are made. */
    void start(Contents contents) {
        Steps.together(
                () -> {
                    primary.start();
                    contents.createReplication(primary);
                    List<Steps.Step> steps = new ArrayList<>();
                    for (Replication replication : replications()) {
                        replication.establish(contents.passwords().of(Contents.REPLICATION));
                        steps.add(replication.standby()::start);
                    }
                    steps.add(() -> contents.createDatabase(primary, "app"));
                    Steps.together(steps.toArray(Steps.Step[]::new));
                    await();
                },
                () -> {
                    analytics.start();
                    contents.createDatabase(analytics, "analytics");
                });
    }

    void stop() {
        List<Steps.Step> steps = new ArrayList<>();
        standbys.forEach(standby -> steps.add(standby::stop));
        steps.add(primary::stop);
        steps.add(analytics::stop);
        Steps.together(steps.toArray(Steps.Step[]::new));
    }

    private List<Replication> replications() {
        return standbys.stream()
                .map(standby -> new Replication(primary, standby))
                .toList();
    }

    /** Returns when all standbys have replayed what was done on the primary before. */
    void await() throws SQLException {
        for (Replication replication : replications()) {
            replication.await();
        }
    }
}
