package org.duetdb.sql;

import java.util.ArrayList;
import java.util.List;

/** The part {@code INSERT INTO table (columns) [OVERRIDING … VALUE] VALUES} of a statement. */
final class InsertHead {

    private enum Stage {
        INSERT,
        INTO,
        TABLE,
        AFTER_TABLE,
        COLUMN,
        AFTER_COLUMN,
        AFTER_COLUMNS,
        OVERRIDING,
        VALUE,
        VALUES,
        COMPLETE,
        NONE
    }

    private final CharSequence sql;
    private final List<String> columns = new ArrayList<>();

    private Stage stage = Stage.INSERT;
    private int tableStart = -1;
    private int tableEnd;

    InsertHead(CharSequence sql) {
        this.sql = sql;
    }

    boolean isComplete() {
        return stage == Stage.COMPLETE;
    }

    String table() {
        return sql.subSequence(tableStart, tableEnd).toString();
    }

    List<String> columns() {
        return List.copyOf(columns);
    }

    /** Hears a token, and says whether it can still become such a statement. */
    boolean accepts(Lexeme kind, SqlLexer token) {
        stage = kind == Lexeme.WORD ? afterWord(token) : kind == Lexeme.QUOTED_NAME ? afterName(token) : after(kind);
        return stage != Stage.NONE;
    }

    private Stage afterWord(SqlLexer word) {
        return switch (stage) {
            case INSERT -> word.is("insert") ? Stage.INTO : Stage.NONE;
            case INTO -> word.is("into") ? Stage.TABLE : Stage.NONE;
            case TABLE, COLUMN -> afterName(word);
            case AFTER_TABLE, AFTER_COLUMNS -> word.is("overriding") ? Stage.OVERRIDING : values(word);
            case OVERRIDING -> word.is("system") || word.is("user") ? Stage.VALUE : Stage.NONE;
            case VALUE -> word.is("value") ? Stage.VALUES : Stage.NONE;
            case VALUES -> values(word);
            default -> Stage.NONE;
        };
    }

    private static Stage values(SqlLexer word) {
        return word.is("values") ? Stage.COMPLETE : Stage.NONE;
    }

    private Stage afterName(SqlLexer name) {
        if (stage == Stage.COLUMN) {
            columns.add(text(name));
            return Stage.AFTER_COLUMN;
        }
        if (stage != Stage.TABLE) {
            return Stage.NONE;
        }
        tableStart = tableStart < 0 ? name.start() : tableStart;
        tableEnd = name.end();
        return Stage.AFTER_TABLE;
    }

    private Stage after(Lexeme kind) {
        return switch (kind) {
            case DOT -> stage == Stage.AFTER_TABLE ? Stage.TABLE : Stage.NONE;
            case OPEN -> stage == Stage.AFTER_TABLE ? Stage.COLUMN : Stage.NONE;
            case COMMA -> stage == Stage.AFTER_COLUMN ? Stage.COLUMN : Stage.NONE;
            case CLOSE -> stage == Stage.AFTER_COLUMN ? Stage.AFTER_COLUMNS : Stage.NONE;
            default -> Stage.NONE;
        };
    }

    /** The name as the server stores it: folded, or what stands between the quotes. */
    private String text(SqlLexer name) {
        boolean quoted = sql.charAt(name.start()) == '"';
        StringBuilder text = new StringBuilder(name.end() - name.start());
        int end = quoted ? name.end() - 1 : name.end();
        for (int i = quoted ? name.start() + 1 : name.start(); i < end; i++) {
            char c = sql.charAt(i);
            text.append(quoted ? c : Letters.lowerCase(c));
            if (quoted && c == '"') {
                i++;
            }
        }
        return text.toString();
    }
}
