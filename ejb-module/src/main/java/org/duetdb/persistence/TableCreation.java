package org.duetdb.persistence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duetdb.DbSession;

/**
 * Makes the tables and sequences that are not there, with what belongs to them, and leaves those that are as they are.
 */
final class TableCreation {

    /** One application at a time; released with the transaction. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('org.duetdb.createTables'))";

    private static final String EXISTS = "SELECT to_regclass($1) IS NOT NULL";

    private static final String NAME = "((?:\"[^\"]+\"|[^\\s(.])+(?:\\.(?:\"[^\"]+\"|[^\\s(.])+)?)";

    private static final Pattern MAKES =
            pattern("create\\s+(?:table|sequence)\\s+(?:if\\s+not\\s+exists\\s+)?" + NAME + ".*");

    private static final Pattern BELONGS = pattern("(?:alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?"
            + "|insert\\s+into\\s+|comment\\s+on\\s+(?:table|column)\\s+"
            + "|create\\s+(?:unique\\s+)?index\\s+(?:if\\s+not\\s+exists\\s+)?\\S+\\s+on\\s+)" + NAME + ".*");

    private final DbSession session;
    private final Set<String> here = new HashSet<>();
    private final List<String> made = new ArrayList<>();

    private TableCreation(DbSession session) {
        this.session = session;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile("\\s*" + regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** Executes in one transaction what is needed of the statements. Returns the names of what was made, in order. */
    static List<String> in(DbSession session, List<String> statements) {
        return session.transaction(() -> {
            session.query(LOCK);
            TableCreation creation = new TableCreation(session);
            statements.forEach(creation::execute);
            return List.copyOf(creation.made);
        });
    }

    private void execute(String statement) {
        Matcher makes = MAKES.matcher(statement);
        Matcher belongs = BELONGS.matcher(statement);
        if (makes.matches()) {
            make(makes.group(1), statement);
        } else if (!belongs.matches() || !isOfOneThatIsHere(belongs.group(1))) {
            session.execute(statement);
        }
    }

    /** A comment is on a table or on one of its columns. */
    private boolean isOfOneThatIsHere(String name) {
        int column = name.lastIndexOf('.');
        return here.contains(name) || column > 0 && here.contains(name.substring(0, column));
    }

    private void make(String name, String statement) {
        if (session.queryOne(Boolean.class, EXISTS, name)) {
            here.add(name);
        } else {
            session.execute(statement);
            made.add(name);
        }
    }
}
