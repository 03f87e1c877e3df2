package org.duetdb.sql;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The placeholders of a text, and what the driver is given for each: {@code ?} where a statement has the parameter for
 * the first time, which the driver numbers in their order, and that number where it has it again. So it is one
 * parameter to the server, as it was written.
 */
final class Placeholders {

    /** The protocol counts parameters in 16 bits. */
    static final int MOST = 65_535;

    private final BitSet seen = new BitSet();
    private int[] order = new int[8];
    private int count;
    private boolean repeated;
    private Map<Integer, Integer> sent = new HashMap<>();

    /** Writes the placeholder that stands there. */
    void write(CharSequence sql, int start, int end, StringBuilder jdbc) throws SqlSyntaxException {
        int number = number(sql, start, end);
        Integer before = sent.putIfAbsent(number, sent.size() + 1);
        if (before != null) {
            repeated = true;
            jdbc.append('$').append(before);
            return;
        }
        seen.set(number - 1);
        if (count == order.length) {
            order = Arrays.copyOf(order, count * 2);
        }
        order[count++] = number - 1;
        jdbc.append('?');
    }

    private static int number(CharSequence sql, int start, int end) throws SqlSyntaxException {
        int number = 0;
        for (int i = start + 1; i < end && number <= MOST; i++) {
            number = number * 10 + (sql.charAt(i) - '0');
        }
        if (number == 0 || number > MOST) {
            throw SqlSyntaxException.placeholder(start);
        }
        return number;
    }

    /** The driver sends what follows as a statement of its own, with numbers of its own. */
    void nextStatement() {
        if (!sent.isEmpty()) {
            sent = new HashMap<>();
        }
    }

    /** Whether a statement has a parameter more than once. */
    boolean repeated() {
        return repeated;
    }

    int[] order() {
        return Arrays.copyOf(order, count);
    }

    /** How many parameters the text has. */
    int parameters() throws SqlSyntaxException {
        int missing = seen.nextClearBit(0);
        if (missing < seen.length()) {
            throw new SqlSyntaxException(
                    "DUET-201",
                    "the statement uses $" + seen.length() + " but not $" + (missing + 1),
                    "number the parameters without a gap");
        }
        return seen.length();
    }
}
