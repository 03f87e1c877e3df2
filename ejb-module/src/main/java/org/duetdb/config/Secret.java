package org.duetdb.config;

/**
 * A text that must not be shown.
 *
 * @param reveal the text itself
 */
public record Secret(String reveal) {

    /** Returns a mask. */
    @Override
    public String toString() {
        return "***";
    }
}
