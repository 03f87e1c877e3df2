package org.duetdb.crash.attack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.duetdb.crash.bank.Side;
import org.duetdb.crash.hook.Moment;

/**
 * The plan of one run. All of it follows from the seed: the kinds take turns, everything else is random.
 *
 * @param seed the seed
 * @param kind what is killed
 * @param side which of the databases; null if none
 * @param moment when; null for any time
 * @param nth with which of the transactions that come to the moment
 * @param delay how long is waited where there is no moment
 * @param restarts how often the server starts while the database is away; 0 if it is not
 */
public record Attack(long seed, Kind kind, Side side, Moment moment, int nth, Duration delay, int restarts) {

    private static final int DELAY_MILLIS = 1_500;
    private static final int TRANSACTIONS = 12;
    private static final int MOST_RESTARTS = 2;
    private static final int THIRD = 3;
    private static final List<Turn> TURNS = turns();

    /** What takes turns: null is decided by chance. */
    private record Turn(Kind kind, Side side, Moment moment, int restarts) {}

    private static List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            turns.add(new Turn(Kind.SERVER, null, moment, 0));
        }
        turns.add(new Turn(Kind.SERVER, null, null, 0));
        for (Side side : Side.values()) {
            turns.add(new Turn(Kind.DATABASE, side, null, 0));
        }
        for (Kind kind : List.of(Kind.BACKENDS, Kind.CUT, Kind.SILENCE)) {
            turns.add(new Turn(kind, null, null, 0));
        }
        for (Side side : Side.values()) {
            for (int restarts = 1; restarts <= MOST_RESTARTS; restarts++) {
                turns.add(new Turn(Kind.AWAY, side, null, restarts));
            }
        }
        return List.copyOf(turns);
    }

    /** Returns how many seeds in a row have one of each. */
    public static int turnsOfAll() {
        return TURNS.size();
    }

    /** Returns that of a seed. */
    public static Attack of(long seed) {
        Turn turn = TURNS.get((int) Math.floorMod(seed - 1, (long) TURNS.size()));
        Random random = new Random(seed);
        Side side = Side.values()[random.nextInt(Side.values().length)];
        // as often as not at any time, and at each of the moments alike otherwise
        Moment moment = random.nextBoolean() ? Moment.values()[random.nextInt(Moment.values().length)] : null;
        int nth = 1 + random.nextInt(TRANSACTIONS);
        Duration delay = Duration.ofMillis(random.nextInt(DELAY_MILLIS));
        if (turn.kind() == Kind.SERVER) {
            return new Attack(seed, turn.kind(), null, turn.moment(), nth, delay, 0);
        }
        if (turn.kind() == Kind.AWAY) {
            return new Attack(seed, turn.kind(), turn.side(), decidedOrNot(seed), nth, delay, turn.restarts());
        }
        return new Attack(seed, turn.kind(), turn.side() == null ? side : turn.side(), moment, nth, delay, 0);
    }

    /**
     * What is in doubt when the database is away: mostly what is decided, and in each third row of turns what is not.
     */
    private static Moment decidedOrNot(long seed) {
        long row = Math.floorDiv(seed - 1, (long) TURNS.size());
        return Math.floorMod(row, THIRD) == THIRD - 1 ? Moment.AFTER_LAST_PREPARE : Moment.BETWEEN_COMMITS;
    }

    /** Returns what decides on the transfers. */
    public Random random() {
        return new Random(~seed);
    }

    /** Returns it in words. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.toString());
        if (side != null) {
            text.append(" (").append(side.name().toLowerCase()).append(')');
        }
        if (moment != null) {
            text.append(' ')
                    .append(moment.name().toLowerCase().replace('_', ' '))
                    .append(" #")
                    .append(nth);
        } else {
            text.append(" after ").append(delay.toMillis()).append(" ms");
        }
        if (restarts > 0) {
            text.append(", ").append(restarts).append(restarts == 1 ? " restart" : " restarts");
        }
        return text.toString();
    }
}
