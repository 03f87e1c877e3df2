package org.duetdb.session;

import org.duetdb.sql.SqlTexts;
import org.duetdb.type.JsonCodec;
import org.duetdb.type.ParameterBinder;

/** What all sessions of an application share. For use by any thread. */
public final class SessionServices {

    private final JsonCodec json = new JsonCodec();
    private final ParameterBinder binder = new ParameterBinder(json);
    private final ResultPlans plans = new ResultPlans(json);
    private final SqlTexts<SessionStatement> statements = new SqlTexts<>(text -> new SessionStatement(text, plans));

    SqlTexts<SessionStatement> statements() {
        return statements;
    }

    /** Returns a statement that is no text of the application. */
    SessionStatement generated() {
        return new SessionStatement(null, plans);
    }

    ParameterBinder binder() {
        return binder;
    }
}
