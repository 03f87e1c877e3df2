package org.duetdb.position;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * For each alias a place in the log of its primary, which what is read there has to have replayed. Immutable.
 *
 * @param byAlias as PostgreSQL counts them: {@code 16/B374D848} is {@code 0x16B374D848}
 */
public record Positions(Map<String, Long> byAlias) {

    /** Nothing has to be replayed. */
    public static final Positions NONE = new Positions(Map.of());

    /** Copies the map. */
    public Positions {
        byAlias = Map.copyOf(byAlias);
    }

    /** Returns whether nothing has to be replayed. */
    public boolean isNone() {
        return byAlias.isEmpty();
    }

    /** Returns the place of an alias, as the server writes it; empty if anything will do. */
    public Optional<String> of(String alias) {
        return Optional.ofNullable(byAlias.get(alias)).map(Positions::text);
    }

    /** Returns these and others: of two places of one alias the later one, which includes the earlier. */
    public Positions and(Positions others) {
        SortedMap<String, Long> all = new TreeMap<>(byAlias);
        others.byAlias.forEach((alias, place) -> all.merge(alias, place, Positions::later));
        return new Positions(all);
    }

    /** Returns these and the place of one alias, as the server writes it. */
    public Positions and(String alias, String place) {
        return and(new Positions(Map.of(alias, parse(place))));
    }

    private static Long later(Long one, Long other) {
        return Long.compareUnsigned(one, other) >= 0 ? one : other;
    }

    private static String text(long place) {
        return Long.toHexString(place >>> Integer.SIZE) + '/' + Integer.toHexString((int) place);
    }

    private static long parse(String place) {
        int slash = place.indexOf('/');
        return Long.parseLong(place, 0, slash, 16) << Integer.SIZE
                | Long.parseLong(place, slash + 1, place.length(), 16);
    }
}
