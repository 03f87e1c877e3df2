package org.duetdb.type;

import java.io.Serial;
import java.time.Year;
import java.time.YearMonth;
import java.util.Calendar;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;

/** A parameter that cannot be sent, before it is known which one it is. */
public final class ParameterException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String remedy;

    private ParameterException(String code, String what, String remedy, Throwable cause) {
        super(what, cause);
        this.code = code;
        this.remedy = remedy;
    }

    /** A value of a class without a counterpart in PostgreSQL. */
    static ParameterException noType(Object value) {
        String what = "a " + value.getClass().getTypeName() + ", which has no PostgreSQL type";
        return new ParameterException("DUET-204", what, remedy(value), null);
    }

    private static String remedy(Object value) {
        if (value instanceof java.sql.Timestamp) {
            return "pass toLocalDateTime() for a timestamp, toInstant() for a timestamptz";
        } else if (value instanceof java.sql.Date) {
            return "pass toLocalDate()";
        } else if (value instanceof java.sql.Time) {
            return "pass toLocalTime()";
        } else if (value instanceof Date || value instanceof Calendar) {
            return "pass toInstant()";
        } else if (value instanceof Year) {
            return "pass getValue()";
        } else if (value instanceof YearMonth) {
            return "pass a LocalDate, or toString() for a text";
        } else if (value instanceof Optional<?>) {
            return "pass orElse(null)";
        } else if (value instanceof OptionalInt || value instanceof OptionalLong || value instanceof OptionalDouble) {
            return "pass the number or null";
        }
        return "convert it to one of the types that DbSession lists, or pass JsonParameter.of(…) for JSON";
    }

    static ParameterException noJson(RuntimeException cause) {
        return new ParameterException(
                "DUET-225",
                "a value that cannot be written as JSON",
                "the cause says why; JSON Binding needs public classes",
                cause);
    }

    static ParameterException noText() {
        return new ParameterException(
                "DUET-226",
                "a text with half of a surrogate pair, which UTF-8 cannot encode",
                "cut texts between code points, not between chars",
                null);
    }

    /** Returns the exception for the caller; {@code what} is the parameter. */
    public InvalidStatementException of(String what, Origin origin) {
        return new InvalidStatementException(code, what + " is " + getMessage(), remedy, origin, getCause());
    }
}
