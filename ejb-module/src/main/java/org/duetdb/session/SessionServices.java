package org.duetdb.session;

import java.util.concurrent.ConcurrentHashMap;
import org.duetdb.Origin;
import org.duetdb.sql.SqlTexts;
import org.duetdb.type.JsonCodec;
import org.duetdb.type.ParameterBinder;

/** What all sessions of an application share. For use by any thread. */
public final class SessionServices {

    private final JsonCodec json = new JsonCodec();
    private final ParameterBinder binder = new ParameterBinder(json);
    private final ResultPlans plans = new ResultPlans(json);
    private final SqlTexts<SessionStatement> statements = new SqlTexts<>(text -> SessionStatement.of(text, plans));

    private final ConcurrentHashMap<Class<?>, RecordShape> shapes = new ConcurrentHashMap<>();

    SqlTexts<SessionStatement> statements() {
        return statements;
    }

    /** Takes a record apart, once: what reads its components gets fast with use. */
    RecordShape shape(Class<?> type, Origin origin) {
        return shapes.computeIfAbsent(type, unknown -> ResultPlans.shape(unknown, origin));
    }

    /** Returns a statement for results of what is no text of the application. */
    SessionStatement generated() {
        return SessionStatement.generated(plans);
    }

    ParameterBinder binder() {
        return binder;
    }
}
