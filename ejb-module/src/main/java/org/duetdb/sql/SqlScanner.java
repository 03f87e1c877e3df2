package org.duetdb.sql;

/**
 * Reads a statement once, and learns from it what is needed to send it: which {@code $n} are placeholders, which
 * question marks are operators, whether it may be sent at all.
 */
final class SqlScanner {

    private final CharSequence sql;
    private final SqlLexer lexer;
    private final StatementScope scope = new StatementScope();
    private final Placeholders placeholders = new Placeholders();
    private final JdbcText jdbc;
    private final TransactionCommands commands = new TransactionCommands();
    private final InsertReader insert;

    private SqlScanner(CharSequence sql) {
        this.sql = sql;
        this.lexer = new SqlLexer(sql);
        this.jdbc = new JdbcText(sql, scope, placeholders);
        this.insert = new InsertReader(sql);
    }

    /**
     * Parses a text of one statement or several.
     *
     * @throws SqlSyntaxException if it is not complete, leaves out a number, cannot be sent, or controls transactions
     */
    static ParsedSql parse(CharSequence sql) throws SqlSyntaxException {
        return new SqlScanner(sql).scan();
    }

    private ParsedSql scan() throws SqlSyntaxException {
        Letters.requireSendable(sql);
        for (Lexeme kind = lexer.next(); kind != Lexeme.END; kind = lexer.next()) {
            int position = jdbc.length();
            jdbc.write(kind, lexer.start(), lexer.end());
            if (kind.isToken()) {
                commands.hear(kind, lexer, scope);
                scope.hear(kind, lexer);
                insert.hear(kind, lexer, position, jdbc.length());
            }
        }
        int parameters = placeholders.parameters();
        InsertShape shape = placeholders.repeated() ? null : insert.shape();
        return new ParsedSql(jdbc.toString(), placeholders.order(), parameters, shape);
    }
}
