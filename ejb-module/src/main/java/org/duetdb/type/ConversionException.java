package org.duetdb.type;

import java.io.Serial;

/**
 * A value that has no exact form in the class that is wanted, or a column that never has one. It holds no value, only
 * why; {@link ReadFailures} makes of it what the caller sees.
 */
public final class ConversionException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Whether it is this value, every value of its type, or that there is none. */
    enum Kind {
        VALUE,
        TYPE,
        NULL
    }

    private final Kind kind;
    private final String wanted;
    private final int column;

    private ConversionException(Kind kind, String wanted, String reason, int column) {
        super(reason);
        this.kind = kind;
        this.wanted = wanted;
        this.column = column;
    }

    /** A value that does not fit; the reason completes a sentence, such as {@code it is out of range}. */
    static ConversionException value(Class<?> wanted, String reason) {
        return new ConversionException(Kind.VALUE, name(wanted), reason, 0);
    }

    /** Types that have nothing in common; the remedy says what to ask for instead. */
    static ConversionException type(Class<?> wanted, String remedy) {
        return new ConversionException(Kind.TYPE, name(wanted), remedy, 0);
    }

    /** SQL {@code NULL} where a primitive is wanted. */
    static ConversionException missing(Class<?> wanted) {
        return new ConversionException(Kind.NULL, name(wanted), "it is NULL", 0);
    }

    private static String name(Class<?> wanted) {
        return wanted == null ? null : wanted.getTypeName();
    }

    /** Returns the same failure, in that column. */
    ConversionException at(int place) {
        return copy(wanted, place);
    }

    /** Returns the same failure of a part, such as an element, as that of the whole. */
    ConversionException as(Class<?> whole) {
        return copy(name(whole), column);
    }

    private ConversionException copy(String type, int place) {
        ConversionException copy = new ConversionException(kind, type, getMessage(), place);
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    Kind kind() {
        return kind;
    }

    /** Returns the name of the class that was wanted; null for that which the column has by itself. */
    String wanted() {
        return wanted;
    }

    /** Returns the column, counted from 1; 0 if it is not known here. */
    public int column() {
        return column;
    }
}
