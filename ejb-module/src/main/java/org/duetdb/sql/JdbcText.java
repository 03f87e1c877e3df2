package org.duetdb.sql;

/**
 * Writes a statement for the driver, so that what the driver makes of it is what was written. The driver has a scanner
 * of its own, which asks for {@code ?} as placeholders and finds some ends elsewhere than the server does.
 */
final class JdbcText {

    private final CharSequence sql;
    private final StatementScope scope;
    private final Placeholders placeholders;
    private final StringBuilder text;
    private int placeholderEnd = -1;
    private int separator = -1;
    private boolean empty = true;

    JdbcText(CharSequence sql, StatementScope scope, Placeholders placeholders) {
        this.sql = sql;
        this.scope = scope;
        this.placeholders = placeholders;
        this.text = new StringBuilder(sql.length() + 16);
    }

    int length() {
        return text.length();
    }

    /** Writes a token, which the scope has not heard of yet. */
    void write(Lexeme kind, int start, int end) throws SqlSyntaxException {
        if (scope.separates(kind)) {
            separator = empty || separator >= 0 ? separator : text.length();
            text.append(' ');
            return;
        }
        if (kind.isToken()) {
            separate();
        }
        switch (kind) {
            case PARAMETER -> parameter(start, end);
            case QUESTION_MARK -> {
                apart();
                text.append("??");
            }
            case ESCAPE_STRING -> EscapeString.write(sql, start, end, text);
            case DOLLAR_STRING -> DollarString.write(sql, start, end, text);
            case COMMENT -> Comment.write(sql, start, end, text);
            default -> text.append(sql, start, end);
        }
    }

    /**
     * The driver would send a statement of nothing but a comment too, so a semicolon is left out until it is known that
     * another statement follows.
     */
    private void separate() {
        if (separator >= 0) {
            text.setCharAt(separator, ';');
            separator = -1;
            placeholders.nextStatement();
        }
        empty = false;
    }

    private void parameter(int start, int end) throws SqlSyntaxException {
        if (scope.ownsParameters()) {
            text.append(sql, start, end);
            return;
        }
        apart();
        placeholders.write(sql, start, end, text);
        placeholderEnd = text.length();
    }

    /** Two question marks in a row are an operator to the driver. */
    private void apart() {
        if (text.length() == placeholderEnd) {
            text.append(' ');
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
