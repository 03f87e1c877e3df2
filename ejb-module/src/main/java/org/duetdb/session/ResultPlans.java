package org.duetdb.session;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;
import org.duetdb.Row;
import org.duetdb.type.ColumnHandles;
import org.duetdb.type.ColumnReader;
import org.duetdb.type.ColumnReaders;
import org.duetdb.type.ConversionException;
import org.duetdb.type.JsonCodec;
import org.duetdb.type.ReadFailures;

/** Makes plans. For use by any thread. */
final class ResultPlans {

    private final JsonCodec json;
    private final ColumnReaders readers;
    private final ColumnHandles handles;

    ResultPlans(JsonCodec json) {
        this.json = json;
        this.readers = new ColumnReaders(json);
        this.handles = new ColumnHandles(readers);
    }

    /**
     * Makes a plan for the columns of a result.
     *
     * @param type {@link Row}, a record, or the type of the only column
     * @throws InvalidStatementException if the columns are not those of the type
     */
    <T> ResultPlan<T> plan(Class<T> type, ResultSetMetaData metaData, Origin origin) throws SQLException {
        ResultColumns columns = ResultColumns.of(metaData, json, origin);
        if (type == Row.class) {
            @SuppressWarnings("unchecked")
            ResultPlan<T> rows = (ResultPlan<T>) rows(columns, metaData);
            return rows;
        }
        try {
            return type.isRecord() ? records(type, columns, metaData, origin) : values(type, columns, metaData, origin);
        } catch (ConversionException never) {
            throw ReadFailures.translate(never, metaData, never.column(), origin);
        }
    }

    private ResultPlan<Row> rows(ResultColumns columns, ResultSetMetaData metaData) throws SQLException {
        ColumnReader[] all = new ColumnReader[columns.count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = readers.of(metaData, i + 1);
        }
        return new RowPlan(columns, all);
    }

    private <T> ResultPlan<T> values(Class<T> type, ResultColumns columns, ResultSetMetaData metaData, Origin origin)
            throws SQLException {
        if (columns.count() != 1) {
            throw new InvalidStatementException(
                    "DUET-216",
                    "the result has " + columns.count() + " columns, and a " + type.getTypeName() + " is one value",
                    "select one column, or ask for rows or records",
                    origin,
                    null);
        }
        return new ValuePlan<>(columns, readers.of(metaData, 1, type));
    }

    private <T> ResultPlan<T> records(Class<T> type, ResultColumns columns, ResultSetMetaData metaData, Origin origin)
            throws SQLException {
        RecordShape shape = shape(type, origin);
        int[] positions = match(shape, columns, type, origin);
        MethodHandle[] all = new MethodHandle[positions.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = handles.of(metaData, positions[i] + 1, shape.types()[i]);
        }
        return new RecordPlan<>(columns, type, maker(shape, all));
    }

    /** One handle that reads all columns of the row and passes them to the constructor, without boxing. */
    private static MethodHandle maker(RecordShape shape, MethodHandle[] columns) {
        MethodHandle reading = MethodHandles.filterArguments(shape.constructor(), 0, columns);
        MethodHandle row = MethodHandles.permuteArguments(
                reading, methodType(reading.type().returnType(), ResultSet.class), new int[columns.length]);
        return row.asType(methodType(Object.class, ResultSet.class));
    }

    /** Takes a record apart. */
    static RecordShape shape(Class<?> type, Origin origin) {
        try {
            return RecordShape.of(type);
        } catch (IllegalAccessException closed) {
            throw new InvalidStatementException(
                    "DUET-217",
                    "the record " + type.getTypeName() + " is not open to Duet",
                    "open its package in its module",
                    origin,
                    closed);
        }
    }

    /** Returns the column of each component; every component has one, and every column is one. */
    private static int[] match(RecordShape shape, ResultColumns columns, Class<?> type, Origin origin) {
        Map<String, Integer> byName = new HashMap<>();
        List<String> extra = new ArrayList<>();
        for (int i = 0; i < columns.count(); i++) {
            String label = columns.index().label(i);
            String name = SnakeCase.toCamelCase(label);
            if (!Arrays.asList(shape.names()).contains(name) || byName.putIfAbsent(name, i) != null) {
                extra.add(label);
            }
        }
        List<String> missing = Arrays.stream(shape.names())
                .filter(name -> !byName.containsKey(name))
                .map(SnakeCase::of)
                .toList();
        if (!missing.isEmpty() || !extra.isEmpty()) {
            throw mismatch(type, missing, extra, origin);
        }
        return Arrays.stream(shape.names()).mapToInt(byName::get).toArray();
    }

    private static InvalidStatementException mismatch(
            Class<?> type, List<String> missing, List<String> extra, Origin origin) {
        String what = "the columns are not those of the record " + type.getTypeName()
                + (missing.isEmpty() ? "" : ": missing " + String.join(", ", missing))
                + (extra.isEmpty() ? "" : (missing.isEmpty() ? ": " : ", ") + "extra " + String.join(", ", extra));
        String remedy = "select one column for each component, named like it in snake case";
        return new InvalidStatementException("DUET-216", what, remedy, origin, null);
    }
}
