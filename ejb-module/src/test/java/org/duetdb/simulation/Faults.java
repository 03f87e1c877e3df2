package org.duetdb.simulation;

/** Decides where something fails that is no fault of the program. */
final class Faults {

    private final Chance chance;
    private final Trace trace;
    private final int rarity;

    private boolean paused;
    private int count;

    /**
     * Creates some.
     *
     * @param rarity one call in so many fails; 0 for none
     */
    Faults(Chance chance, Trace trace, int rarity) {
        this.chance = chance;
        this.trace = trace;
        this.rarity = rarity;
    }

    /** Returns whether this call is to fail. */
    boolean strike(String what) {
        return strike(what, 1);
    }

    /** Returns whether this call is to fail, where that is so many times rarer than elsewhere. */
    boolean strike(String what, int rarer) {
        if (rarity == 0 || paused || !chance.onceIn(rarity * rarer)) {
            return false;
        }
        count++;
        trace.fault(what);
        return true;
    }

    /** Returns one of the ways in which something can fail. */
    @SafeVarargs
    final <T> T choose(T... ways) {
        return ways[chance.below(ways.length)];
    }

    /** Returns how many calls have failed until now. */
    int count() {
        return count;
    }

    /** Makes nothing fail while the observer looks. */
    void pause(boolean pause) {
        paused = pause;
    }
}
