package org.duetdb.sql;

import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;

/** Parses each text once, and remembers a bounded number of them. For use by any thread. */
public final class SqlTexts {

    private static final int MOST = 2_000;

    private final ConcurrentHashMap<String, ParsedSql> parsed = new ConcurrentHashMap<>();

    public ParsedSql parse(String sql, Origin origin) {
        ParsedSql known = parsed.get(sql);
        return known != null ? known : parseNew(sql, origin);
    }

    private ParsedSql parseNew(String sql, Origin origin) {
        try {
            ParsedSql text = SqlScanner.parse(sql);
            if (parsed.size() >= MOST) {
                forgetSome();
            }
            parsed.put(sql, text);
            return text;
        } catch (SqlSyntaxException refused) {
            throw new InvalidStatementException(refused.code(), refused.getMessage(), refused.remedy(), origin, null);
        }
    }

    /** Texts that are made up for one use push out others, but never more than an eighth at a time. */
    private void forgetSome() {
        Iterator<String> texts = parsed.keySet().iterator();
        for (int i = 0; i < MOST / 8 && texts.hasNext(); i++) {
            texts.next();
            texts.remove();
        }
    }
}
