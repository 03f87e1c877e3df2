package org.duetdb.embedded;

/** Has the three databases and waits to be killed. Prints their folder and the process ids of the servers. */
final class DatabasesOwner {

    private DatabasesOwner() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedDatabases databases = EmbeddedDatabases.start();
        System.out.println(databases.folder());
        System.out.println(databases.primary().pid());
        System.out.println(databases.standby().pid());
        System.out.println(databases.analytics().pid());
        Thread.currentThread().join();
    }
}
