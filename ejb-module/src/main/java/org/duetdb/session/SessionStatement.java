package org.duetdb.session;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.duetdb.Origin;
import org.duetdb.batch.BatchText;
import org.duetdb.sql.ParsedSql;

/** A text with what is known of its results. For use by any thread. */
final class SessionStatement {

    private static final Pattern READING = Pattern.compile(
            "[\\s(]*(?:SELECT|VALUES|TABLE|SHOW|EXPLAIN)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final ParsedSql text;
    private final boolean reading;
    private final boolean oneCommand;
    private final ResultPlans maker;

    /** The plan that fitted last, for each type that was asked for. */
    private final ConcurrentHashMap<Class<?>, ResultPlan<?>> plans = new ConcurrentHashMap<>(4);

    private volatile BatchText batch;

    private SessionStatement(ParsedSql text, boolean reading, ResultPlans maker) {
        this.text = text;
        this.reading = reading;
        this.oneCommand = text != null && text.jdbc().indexOf(';') < 0;
        this.maker = maker;
    }

    /** Returns the one of a text of the application. */
    static SessionStatement of(ParsedSql text, ResultPlans maker) {
        return new SessionStatement(text, READING.matcher(text.jdbc()).matches(), maker);
    }

    /** Returns one without a text, for the results of statements that Duet makes up. */
    static SessionStatement generated(ResultPlans maker) {
        return new SessionStatement(null, false, maker);
    }

    /**
     * Returns whether it looks like a query: whether it matters, if the connection is lost, how far it has come. What a
     * query calls may write all the same, and a comment in front hides one; nothing but words depends on it.
     */
    boolean isReading() {
        return reading;
    }

    /** Returns whether it is one command for sure; one with a semicolon in a literal is taken for several. */
    boolean isOneCommand() {
        return oneCommand;
    }

    ParsedSql text() {
        return text;
    }

    /** Returns what is known of the text for executing it many times. */
    BatchText batch() {
        BatchText known = batch;
        if (known == null) {
            known = new BatchText(text);
            batch = known;
        }
        return known;
    }

    /** Returns the plan for a result; the one of last time if the columns are the same. */
    <T> ResultPlan<T> plan(Class<T> type, ResultSet result, Origin origin) throws SQLException {
        ResultSetMetaData metaData = result.getMetaData();
        @SuppressWarnings("unchecked")
        ResultPlan<T> known = (ResultPlan<T>) plans.get(type);
        if (known != null && known.columns().areThoseOf(metaData)) {
            return known;
        }
        return newPlan(type, result, origin);
    }

    /**
     * Makes a plan anew, for a result that the known one has misread: two types of the server can have one number in
     * JDBC.
     */
    <T> ResultPlan<T> newPlan(Class<T> type, ResultSet result, Origin origin) throws SQLException {
        ResultPlan<T> made = maker.plan(type, result.getMetaData(), origin);
        plans.put(type, made);
        return made;
    }
}
