package org.duetdb.type;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Binary fractions as PostgreSQL writes them: the shortest digits that lead back to the same number, with an exponent
 * where they would be too long without ("Floating-Point Types").
 */
final class FloatText {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** In this order, for the nearest is preferred where two of the same length lead back. */
    private static final RoundingMode[] NEAREST_FIRST = {RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN};

    private FloatText() {}

    static String of(double number) {
        double size = Math.abs(number);
        if (size == 0 || !Double.isFinite(size)) {
            return special(number);
        }
        BigDecimal half = new BigDecimal(Math.ulp(size)).divide(TWO);
        BigDecimal below = new BigDecimal(size - Math.nextDown(size)).divide(TWO);
        return text(number < 0, shortest(new BigDecimal(size), below, half), 15);
    }

    static String of(float number) {
        float size = Math.abs(number);
        if (size == 0 || !Float.isFinite(size)) {
            return special(number);
        }
        BigDecimal half = new BigDecimal(Math.ulp(size)).divide(TWO);
        BigDecimal below = new BigDecimal(size - Math.nextDown(size)).divide(TWO);
        return text(number < 0, shortest(new BigDecimal(size), below, half), 6);
    }

    private static String special(double number) {
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        return Double.toString(number);
    }

    /** Exactly between two numbers, a text is not sure to lead back to this one. */
    private static BigDecimal shortest(BigDecimal exact, BigDecimal below, BigDecimal above) {
        BigDecimal least = exact.subtract(below);
        BigDecimal most = exact.add(above);
        for (int digits = 1; ; digits++) {
            for (RoundingMode mode : NEAREST_FIRST) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (rounded.compareTo(least) > 0 && rounded.compareTo(most) < 0) {
                    return rounded.stripTrailingZeros();
                }
            }
        }
    }

    private static String text(boolean negative, BigDecimal number, int exponentFrom) {
        int exponent = number.precision() - number.scale() - 1;
        StringBuilder text = new StringBuilder(negative ? "-" : "");
        if (exponent >= -4 && exponent < exponentFrom) {
            return text.append(number.toPlainString()).toString();
        }
        String digits = number.unscaledValue().toString();
        text.append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        int size = Math.abs(exponent);
        return text.append(exponent < 0 ? "e-" : "e+")
                .append(size < 10 ? "0" : "")
                .append(size)
                .toString();
    }
}
