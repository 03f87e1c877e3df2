package org.duetdb.embedded;

/** The three clusters, and the order in which they come to be. */
record Clusters(Cluster primary, Cluster standby, Cluster analytics) {

    static Clusters of(Installation installation, Superuser superuser) {
        return new Clusters(
                new Cluster("primary", installation, superuser, FreePort::pick),
                new Cluster("standby", installation, superuser, FreePort::pick),
                new Cluster("analytics", installation, superuser, FreePort::pick));
    }

    /** Makes the data of all three. The standby's is a copy of the primary's, which was never started. */
    void initialize(Settings settings, Tls tls) {
        Steps.together(
                () -> {
                    primary.initialize(settings, tls);
                    primary.data().copyTo(standby.data());
                },
                () -> analytics.initialize(settings, tls));
    }

    /** Starts and fills them. The standby has to know the primary's port, so it comes second, while roles are made. */
    void start(Contents contents) {
        Steps.together(
                () -> {
                    primary.start();
                    contents.createReplication(primary);
                    replication().establish(contents.passwords().of(Contents.REPLICATION));
                    Steps.together(standby::start, () -> contents.createDatabase(primary, "app"));
                    replication().await();
                },
                () -> {
                    analytics.start();
                    contents.createDatabase(analytics, "analytics");
                });
    }

    void stop() {
        Steps.together(standby::stop, primary::stop, analytics::stop);
    }

    Replication replication() {
        return new Replication(primary, standby);
    }
}
