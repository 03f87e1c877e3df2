package org.duetdb.configure;

import java.util.ArrayList;
import java.util.List;

/** Collects the settings that a server has no counterpart for, to name all of them at once. */
public final class UnsupportedSettings {

    private final String server;
    private final List<String> problems = new ArrayList<>();

    /** Creates an empty collection; {@code server} is its name in messages. */
    public UnsupportedSettings(String server) {
        this.server = server;
    }

    /**
     * Adds one.
     *
     * @param pool whose
     * @param key the last part of its key: {@code max-lifetime}
     * @param what what the server cannot do, as the end of "… cannot"
     */
    public void add(PoolDefinition pool, String key, String what) {
        refuse(pool, what, "remove " + key);
    }

    /**
     * Adds one that has another remedy.
     *
     * @param pool whose
     * @param what what the server cannot do, as the end of "… cannot"
     * @param remedy what to do
     */
    public void refuse(PoolDefinition pool, String what, String remedy) {
        problems.add(
                "DUET-501 " + server + " cannot " + what + " [" + pool.binding().origin() + "]; " + remedy);
    }

    /**
     * Fails if there is any.
     *
     * @throws UnsupportedSettingsException with one line for each
     */
    public void raise() {
        if (!problems.isEmpty()) {
            throw new UnsupportedSettingsException(problems);
        }
    }
}
