package org.duetdb.web.input;

import static org.duetdb.web.problem.ProblemType.INVALID_REQUEST;

import org.duetdb.web.problem.ProblemException;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many at most, 1 to 500; 50 unless said
 * @param offset how many to leave out before; none unless said
 */
public record Page(long limit, long offset) {

    private static final long DEFAULT_LIMIT = 50;
    private static final long MOST = 500;

    /** Reads the query parameters, null where they are not given. */
    public static Page of(String limit, String offset) {
        return new Page(number("limit", limit, DEFAULT_LIMIT, 1, MOST), number("offset", offset, 0, 0, Long.MAX_VALUE));
    }

    private static long number(String name, String text, long absent, long least, long most) {
        if (text == null) {
            return absent;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // answered like a number out of range
        }
        String range = most == Long.MAX_VALUE ? "not less than " + least : "from " + least + " to " + most;
        throw new ProblemException(INVALID_REQUEST, name + " must be an integer " + range + ".");
    }
}
