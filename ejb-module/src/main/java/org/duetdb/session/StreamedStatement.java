package org.duetdb.session;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.duetdb.Origin;
import org.duetdb.sql.ParsedSql;
import org.duetdb.type.ParameterBinder;

/** A statement that is streamed, with its parameters. */
record StreamedStatement(ParsedSql text, Object[] values, ParameterBinder binder, Origin origin, int fetchSize) {

    String jdbc() {
        return text.jdbc();
    }

    void bind(PreparedStatement statement) throws SQLException {
        binder.bind(statement, text, values, origin);
    }
}
