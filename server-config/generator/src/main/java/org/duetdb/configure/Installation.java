package org.duetdb.configure;

import java.nio.file.Path;

/**
 * A server on this machine, and what its configuration is made with.
 *
 * @param home where it is; what folder that is, is the server's own matter
 * @param driver the jar of the PostgreSQL driver; null if the server has it already
 * @param output where files go; null for the place where the server looks for them
 */
public record Installation(Path home, Path driver, Path output) {

    /** Returns where files go, with the place for those that are to go nowhere else. */
    public Path outputOr(Path standard) {
        return output == null ? standard : output;
    }
}
