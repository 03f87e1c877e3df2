package org.duetdb.sql;

import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;

/**
 * Parses each text once, and remembers what was made of a bounded number of them. For use by any thread.
 *
 * @param <T> what is made of a parsed text, and remembered
 */
public final class SqlTexts<T> {

    private static final int MOST = 2_000;

    private final ConcurrentHashMap<String, T> known = new ConcurrentHashMap<>();
    private final Function<ParsedSql, T> maker;

    /** Creates an empty memory; {@code maker} is called once for each text. */
    public SqlTexts(Function<ParsedSql, T> maker) {
        this.maker = maker;
    }

    /**
     * Returns what was made of the text.
     *
     * @throws InvalidStatementException if the text is refused
     */
    public T of(String sql, Origin origin) {
        T remembered = known.get(sql);
        return remembered != null ? remembered : parse(sql, origin);
    }

    private T parse(String sql, Origin origin) {
        try {
            T made = maker.apply(SqlScanner.parse(sql));
            if (known.size() >= MOST) {
                forgetSome();
            }
            known.put(sql, made);
            return made;
        } catch (SqlSyntaxException refused) {
            throw new InvalidStatementException(refused.code(), refused.getMessage(), refused.remedy(), origin, null);
        }
    }

    /** Texts that are made up for one use push out others, but never more than an eighth at a time. */
    private void forgetSome() {
        Iterator<String> texts = known.keySet().iterator();
        for (int i = 0; i < MOST / 8 && texts.hasNext(); i++) {
            texts.next();
            texts.remove();
        }
    }
}
