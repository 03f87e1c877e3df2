package org.duetdb.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/**
 * How the methods of a statement are called that has been prepared on a {@link LentConnection}.
 *
 * @param sql as it was asked for
 * @param untyped whether texts are sent without a type, so that columns take them that are not of the driver's
 *     {@code varchar}: {@code jsonb}, {@code uuid}, enums
 * @param insert of what may conflict; null if it is none
 */
record LentStatement(String sql, boolean untyped, ConflictingInsert insert) {

    /** Texts elsewhere keep their type: {@code ? IS NULL} and {@code concat(?)} cannot do without. */
    static LentStatement of(String sql, ConflictingInsert insert) {
        return new LentStatement(sql, ColumnParameters.areAllIn(sql), insert);
    }

    /** Returns what is sent to the server. */
    String completed() {
        return insert == null ? sql : insert.completed(sql);
    }

    /** Calls a method of the statement; throws what that throws. */
    Object call(Object statement, Method method, Object[] arguments)
            throws InvocationTargetException, IllegalAccessException, SQLException {
        if (untyped && statement instanceof PreparedStatement prepared && isText(method.getName(), arguments)) {
            prepared.setObject((Integer) arguments[0], isNull(method) ? null : arguments[1], Types.OTHER);
            return null;
        }
        Object result = method.invoke(statement, arguments);
        return insert != null && method.getName().startsWith("execute") ? insert.counted(result) : result;
    }

    private static boolean isNull(Method method) {
        return method.getName().equals("setNull");
    }

    private static boolean isText(String method, Object[] arguments) {
        return switch (method) {
            case "setString" -> true;
            case "setNull" -> arguments[1].equals(Types.VARCHAR);
            case "setObject" ->
                arguments[1] instanceof String && (arguments.length == 2 || arguments[2].equals(Types.VARCHAR));
            default -> false;
        };
    }
}
