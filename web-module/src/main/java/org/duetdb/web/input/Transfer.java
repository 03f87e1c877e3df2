package org.duetdb.web.input;

import java.math.BigDecimal;

/**
 * A wish to move money.
 *
 * @param from the account that pays
 * @param to another account, that receives
 * @param amount positive, with two places
 */
public record Transfer(long from, long to, BigDecimal amount) implements Body {

    /** More than any balance has: who wants to pay that has insufficient funds, and has said nothing malformed. */
    private static final int MOST_INTEGER_DIGITS = 30;

    static Transfer of(Fields fields) {
        long from = fields.integer("from");
        long to = fields.integer("to");
        if (from == to) {
            throw fields.malformed("to", "must be another account than from");
        }
        return new Transfer(from, to, amount(fields));
    }

    /** The number of digits comes first: a number such as 1e999999999 must not be written out. */
    private static BigDecimal amount(Fields fields) {
        BigDecimal amount = fields.number("amount");
        if (amount.signum() <= 0) {
            throw fields.malformed("amount", "must be positive");
        }
        if (amount.precision() - (long) amount.scale() > MOST_INTEGER_DIGITS) {
            throw fields.malformed("amount", "must have at most " + MOST_INTEGER_DIGITS + " digits before the point");
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            throw fields.malformed("amount", "must have at most two decimal places");
        }
        return amount.setScale(2);
    }
}
