package org.duetdb.sql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;

/**
 * Parses each text once, and remembers what was made of those in use. For use by any thread.
 *
 * <p>There are two generations. What is asked for is in the younger one, or moves there; when that is full, it becomes
 * the older one, and what was in the older one is forgotten. So texts that are made up for one use push out each other,
 * and not those that are used all the time.
 *
 * @param <T> what is made of a parsed text, and remembered
 */
public final class SqlTexts<T> {

    /** What one generation holds at most: texts, and characters of texts. */
    private static final int MOST = 1_000;

    private static final int MOST_CHARACTERS = 1 << 20;

    /** Texts longer than this are parsed each time; sending one takes longer. */
    private static final int LONGEST = 1 << 16;

    private final Function<ParsedSql, T> maker;

    private volatile Map<String, T> younger = new ConcurrentHashMap<>();
    private volatile Map<String, T> older = Map.of();

    /** The characters of the texts in the younger generation; guarded by this. */
    private int characters;

    /** Creates an empty memory; {@code maker} is called when a text is asked for that is not remembered. */
    public SqlTexts(Function<ParsedSql, T> maker) {
        this.maker = maker;
    }

    /**
     * Returns what was made of the text.
     *
     * @throws InvalidStatementException if the text is not valid, or controls transactions
     */
    public T of(String sql, Origin origin) {
        T known = younger.get(sql);
        return known != null ? known : parse(sql, origin);
    }

    private T parse(String sql, Origin origin) {
        T known = older.get(sql);
        try {
            T made = known != null ? known : maker.apply(SqlScanner.parse(sql));
            return sql.length() > LONGEST ? made : remember(sql, made);
        } catch (SqlSyntaxException refused) {
            throw new InvalidStatementException(refused.code(), refused.getMessage(), refused.remedy(), origin, null);
        }
    }

    /** Returns what is remembered, which another thread may have made at the same time. */
    private synchronized T remember(String sql, T made) {
        T known = younger.get(sql);
        if (known != null) {
            return known;
        }
        if (younger.size() == MOST || characters + sql.length() > MOST_CHARACTERS) {
            older = younger;
            younger = new ConcurrentHashMap<>();
            characters = 0;
        }
        younger.put(sql, made);
        characters += sql.length();
        return made;
    }

    /** How many texts are remembered. */
    int size() {
        return younger.size() + older.size();
    }
}
