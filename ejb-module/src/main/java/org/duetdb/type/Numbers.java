package org.duetdb.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;

/**
 * Numbers as numbers of another class: the same number, or an exception.
 *
 * <p>Between decimal and binary fractions the same means the same shortest decimal text: {@code 0.1} is the
 * {@code double} {@code 0.1}, although its binary digits are others, because that is how both are written and sent.
 */
final class Numbers {

    /** What every number can be asked for as, as long as it fits. */
    static final Set<Class<?>> CLASSES = Set.of(
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            String.class);

    /** More digits than {@code numeric} has before its point; in JSON there may be any number. */
    private static final int MOST_DIGITS = 131_072;

    private Numbers() {}

    /** Returns whether it is of a class of whole numbers that PostgreSQL knows. */
    static boolean isWhole(Number number) {
        return number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger;
    }

    /** Returns the number as one of {@link #CLASSES} but {@code String}. */
    static Number convert(Number number, Class<?> wanted) {
        if (wanted == BigDecimal.class) {
            return decimal(number, wanted);
        } else if (wanted == Double.class) {
            return doubleOf(number);
        } else if (wanted == Float.class) {
            return floatOf(number);
        } else if (wanted == BigInteger.class) {
            return integer(number);
        }
        long value = whole(number, wanted);
        if (wanted == Long.class) {
            return value;
        } else if (wanted == Integer.class) {
            return (int) within(value, Integer.MIN_VALUE, Integer.MAX_VALUE, wanted);
        } else if (wanted == Short.class) {
            return (short) within(value, Short.MIN_VALUE, Short.MAX_VALUE, wanted);
        }
        return (byte) within(value, Byte.MIN_VALUE, Byte.MAX_VALUE, wanted);
    }

    private static long whole(Number number, Class<?> wanted) {
        if (isWhole(number) && !(number instanceof BigInteger)) {
            return number.longValue();
        }
        try {
            return decimal(number, wanted).longValueExact();
        } catch (ArithmeticException inexact) {
            throw ConversionException.value(wanted, "it is out of range, or no whole number");
        }
    }

    private static long within(long value, long least, long most, Class<?> wanted) {
        if (value < least || value > most) {
            throw ConversionException.value(wanted, "it is out of range");
        }
        return value;
    }

    private static BigInteger integer(Number number) {
        BigDecimal decimal = decimal(number, BigInteger.class);
        if ((long) decimal.precision() - decimal.scale() > MOST_DIGITS) {
            throw ConversionException.value(BigInteger.class, "it is out of range");
        }
        try {
            return decimal.toBigIntegerExact();
        } catch (ArithmeticException fraction) {
            throw ConversionException.value(BigInteger.class, "it is no whole number");
        }
    }

    private static BigDecimal decimal(Number number, Class<?> wanted) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        } else if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        } else if (number instanceof Double || number instanceof Float) {
            if (Double.isFinite(number.doubleValue())) {
                return new BigDecimal(number.toString());
            }
            throw ConversionException.value(wanted, "it is NaN or infinite");
        }
        return BigDecimal.valueOf(number.longValue());
    }

    private static Double doubleOf(Number number) {
        double value = number.doubleValue();
        if (number instanceof Float || number instanceof Double || isSame(value, Double.toString(value), number)) {
            return value;
        }
        throw ConversionException.value(Double.class, "it has more digits, or a larger exponent");
    }

    private static Float floatOf(Number number) {
        float value = number.floatValue();
        if (number instanceof Float
                || (number instanceof Double
                        ? Double.compare(value, number.doubleValue()) == 0
                        : isSame(value, Float.toString(value), number))) {
            return value;
        }
        throw ConversionException.value(Float.class, "it has more digits, or a larger exponent");
    }

    private static boolean isSame(double value, String written, Number exact) {
        if (!Double.isFinite(value)) {
            return false;
        }
        BigDecimal decimal = decimal(exact, null);
        return new BigDecimal(value).compareTo(decimal) == 0 || new BigDecimal(written).compareTo(decimal) == 0;
    }
}
