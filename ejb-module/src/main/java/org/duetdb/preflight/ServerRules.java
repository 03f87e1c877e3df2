package org.duetdb.preflight;

import java.util.ArrayList;
import java.util.List;

/** Whether a server is one that Duet is for. */
final class ServerRules {

    /** The oldest major version that is supported. */
    static final int OLDEST = 13;

    /** The newest major version that has been tried. */
    static final int NEWEST = 18;

    /** {@code server_version_num} of a major version is a multiple of this. */
    private static final int MAJOR = 10_000;

    private ServerRules() {}

    static List<Finding> examine(Examined one) {
        List<Finding> found = new ArrayList<>();
        int major = one.facts().version() / MAJOR;
        if (major < OLDEST) {
            found.add(Finding.warning(
                    one.binding(),
                    "DUET-415 the server is PostgreSQL " + major + ", older than what Duet supports",
                    "upgrade it to " + OLDEST + " or newer"));
        } else if (major > NEWEST) {
            found.add(Finding.notice(
                    one.binding(),
                    "DUET-416 the server is PostgreSQL " + major + ", newer than what Duet has been tried with",
                    "nothing has to be done if it works; " + NEWEST + " is the newest that was tried"));
        }
        if (one.facts().escapesInStrings()) {
            found.add(Finding.error(
                    one.binding(),
                    "DUET-424 standard_conforming_strings is off, so that the server reads strings in another way"
                            + " than Duet",
                    "set standard_conforming_strings = on on the server, for its databases and its roles"));
        }
        return found;
    }
}
