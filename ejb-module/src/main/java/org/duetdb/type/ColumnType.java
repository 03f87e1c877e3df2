package org.duetdb.type;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a column is, as far as reading it depends on that.
 *
 * <p>It is found without asking the server. {@link ResultSetMetaData#getColumnTypeName} is not used for that reason:
 * the driver looks into the catalog for it, which is a hidden round trip for each new statement on each connection.
 */
public enum ColumnType {
    /** {@code boolean}, {@code bit} or {@code bit(1)}: only their values differ. */
    BOOLEAN(Object.class, Boolean.class, String.class),
    /** {@code smallint} or {@code integer}. */
    INTEGER(Integer.class, Numbers.CLASSES),
    /** {@code bigint} or {@code oid}. */
    BIGINT(Long.class, Numbers.CLASSES),
    NUMERIC(BigDecimal.class, Numbers.CLASSES),
    REAL(Float.class, Numbers.CLASSES),
    DOUBLE(Double.class, Numbers.CLASSES),
    BYTEA(byte[].class, String.class),
    DATE(LocalDate.class, String.class),
    TIME(LocalTime.class, String.class),
    TIMETZ(OffsetTime.class, String.class),
    TIMESTAMP(LocalDateTime.class, String.class),
    TIMESTAMPTZ(OffsetDateTime.class, Instant.class, ZonedDateTime.class, String.class),
    INTERVAL(String.class, Duration.class, Period.class),
    UUID(UUID.class, String.class),
    /** {@code json} or {@code jsonb}; what it can become, only its values tell. */
    JSON(Object.class),
    ARRAY(List.class),
    /** {@code point} or {@code box}, which the driver writes differently from one execution to the next. */
    POINTS(String.class),
    /** {@code money}, whose text depends on the server's locale. */
    MONEY(String.class),
    /** Everything that is read as the text that the server shows. */
    TEXT(String.class, Character.class, InetAddress.class);

    private final Class<?> usual;
    private final Set<Class<?>> others;

    ColumnType(Class<?> usual, Class<?>... others) {
        this(usual, Set.of(others));
    }

    ColumnType(Class<?> usual, Set<Class<?>> others) {
        this.usual = usual;
        this.others = others;
    }

    /** Returns the type of a column; costs no round trip. */
    public static ColumnType of(ResultSetMetaData columns, int column) throws SQLException {
        return switch (columns.getColumnType(column)) {
            case Types.SMALLINT, Types.INTEGER -> INTEGER;
            case Types.BIGINT -> BIGINT;
            case Types.NUMERIC -> NUMERIC;
            case Types.REAL -> REAL;
            case Types.DOUBLE -> className(columns, column).endsWith("PGmoney") ? MONEY : DOUBLE;
            case Types.BIT -> columns.getPrecision(column) == 1 ? BOOLEAN : TEXT;
            case Types.BINARY -> BYTEA;
            case Types.DATE -> DATE;
            case Types.TIME -> characters(columns, column) > 12 ? TIMETZ : TIME;
            case Types.TIMESTAMP -> characters(columns, column) > 26 ? TIMESTAMPTZ : TIMESTAMP;
            case Types.ARRAY -> ARRAY;
            case Types.OTHER -> other(columns, column);
            default -> TEXT;
        };
    }

    /**
     * How many characters a time takes, up to two more or less, without its fraction: {@code hh:mm:ss} 8, a date in
     * front 14 more, and a zone behind 6 more.
     */
    private static int characters(ResultSetMetaData columns, int column) throws SQLException {
        return columns.getPrecision(column) - columns.getScale(column);
    }

    private static String className(ResultSetMetaData columns, int column) throws SQLException {
        return columns.getColumnClassName(column);
    }

    private static ColumnType other(ResultSetMetaData columns, int column) throws SQLException {
        return switch (className(columns, column)) {
            case "java.util.UUID" -> UUID;
            case "org.postgresql.util.PGobject" -> JSON;
            case "org.postgresql.util.PGInterval" -> INTERVAL;
            case "org.postgresql.geometric.PGpoint", "org.postgresql.geometric.PGbox" -> POINTS;
            case "java.lang.String" -> DriverVersion.knowsJsonb(columns) ? TEXT : named(columns, column);
            default -> TEXT;
        };
    }

    /** What an older driver does not tell, only the catalog does. */
    private static ColumnType named(ResultSetMetaData columns, int column) throws SQLException {
        return columns.getColumnTypeName(column).equals("jsonb") ? JSON : TEXT;
    }

    /** Returns the class of its values unless another is asked for; {@code Object} where they differ. */
    Class<?> usual() {
        return usual;
    }

    /** Returns whether some value of this type can be read as that class, which is no primitive. */
    boolean canBe(Class<?> wanted) {
        return wanted.isAssignableFrom(usual)
                || others.contains(wanted)
                || this == JSON
                || this == TEXT && wanted.isEnum()
                || this == ARRAY && wanted.isArray() && wanted != byte[].class;
    }
}
