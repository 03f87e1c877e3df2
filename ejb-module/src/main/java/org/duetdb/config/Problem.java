package org.duetdb.config;

/**
 * Something wrong with the configuration.
 *
 * @param code {@code DUET-nnn}, the key of the troubleshooting guide
 * @param sentence what is wrong, where, and what to do; without passwords
 */
public record Problem(String code, String sentence) {

    @Override
    public String toString() {
        return code + " " + sentence;
    }
}
