package org.duetdb.session;

import org.duetdb.sql.SqlTexts;
import org.duetdb.type.ColumnReaders;
import org.duetdb.type.JsonCodec;
import org.duetdb.type.ParameterBinder;

/** What all sessions of an application share. For use by any thread. */
public final class SessionServices {

    private final SqlTexts texts = new SqlTexts();
    private final JsonCodec json = new JsonCodec();
    private final ParameterBinder binder = new ParameterBinder(json);
    private final ResultReader results = new ResultReader(new ColumnReaders(json));

    SqlTexts texts() {
        return texts;
    }

    ParameterBinder binder() {
        return binder;
    }

    ResultReader results() {
        return results;
    }
}
