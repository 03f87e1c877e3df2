package org.duetdb.type;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads an array as a list. The type of the elements is found at each value, from what the driver remembers of types.
 * Where the driver has an exact class for the elements it makes the array; where it has not, as for times, its text is
 * read here.
 */
final class ArrayReader implements ColumnReader {

    private final JsonCodec json;

    ArrayReader(JsonCodec json) {
        this.json = json;
    }

    @Override
    public Object read(ResultSet result, int column) throws SQLException {
        Array array = result.getArray(column);
        if (array == null) {
            return null;
        }
        String type = array.getBaseTypeName();
        return switch (type) {
            case "int4",
                    "int8",
                    "oid",
                    "numeric",
                    "float4",
                    "float8",
                    "bool",
                    "uuid",
                    "bytea",
                    "text",
                    "varchar",
                    "bpchar",
                    "name" -> ArrayText.list((Object[]) array.getArray());
            case "int2" -> ArrayText.list(integers((Object[]) array.getArray()));
            default -> ArrayText.parse(result.getString(column), type.equals("box") ? ';' : ',', element(type));
        };
    }

    /** {@code smallint} is read as {@code Integer}, here as in a column. */
    private static Object[] integers(Object[] array) {
        if (array instanceof Short[] numbers) {
            Object[] integers = new Object[numbers.length];
            Arrays.setAll(integers, i -> numbers[i] == null ? null : Integer.valueOf(numbers[i]));
            return integers;
        }
        List<Object[]> rows =
                Arrays.stream(array).map(row -> integers((Object[]) row)).toList();
        return rows.toArray(new Object[0][]);
    }

    private Function<String, Object> element(String type) {
        return switch (type) {
            case "date" -> TemporalParser::date;
            case "time" -> TemporalParser::time;
            case "timetz" -> TemporalParser::zonedTime;
            case "timestamp" -> TemporalParser::timestamp;
            case "timestamptz" -> TemporalParser::moment;
            case "interval" -> text -> IntervalText.parse(text).iso();
            case "json", "jsonb" -> json::read;
            default -> text -> text;
        };
    }
}
