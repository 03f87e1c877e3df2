package org.duetdb.crash.verdict;

import java.util.Locale;

/**
 * How what the kill had left was ended.
 *
 * @param seconds how long it took, from when everything was there again
 * @param restarts how often the server had to be started again for it
 * @param inDoubt how many branches are prepared still
 */
public record Recovery(double seconds, int restarts, int inDoubt) {

    /** Returns it in words. */
    @Override
    public String toString() {
        String how = inDoubt == 0 ? "clean after %.1f s" : "NOT clean after %.1f s";
        return String.format(Locale.ROOT, how, seconds) + (restarts == 0 ? "" : " and a restart");
    }
}
