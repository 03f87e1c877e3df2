package org.duetdb.benchmark.server;

/**
 * One kind of request to one of the applications.
 *
 * @param application where it is: its context
 * @param suffix what follows the account's number
 */
record Target(String application, String suffix) {

    String path(int id) {
        return application + "/accounts/" + id + suffix;
    }
}
