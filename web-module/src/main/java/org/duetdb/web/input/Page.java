package org.duetdb.web.input;

import static org.duetdb.web.problem.ProblemType.INVALID_REQUEST;

import org.duetdb.web.problem.ProblemException;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many at most; 50 unless said, and 500 if more are asked for
 * @param offset how many to leave out before; none unless said
 */
public record Page(long limit, long offset) {

    private static final long DEFAULT_LIMIT = 50;
    private static final long MOST = 500;

    /** Reads the query parameters, null where they are not given. */
    public static Page of(String limit, String offset) {
        return new Page(Math.min(number("limit", limit, DEFAULT_LIMIT), MOST), number("offset", offset, 0));
    }

    private static long number(String name, String text, long absent) {
        if (text == null) {
            return absent;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // answered like a negative number
        }
        throw new ProblemException(INVALID_REQUEST, name + " must be an integer not less than 0.");
    }
}
