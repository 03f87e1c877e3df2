package org.duetdb.batch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;

/** Names as quoted identifiers, in which nothing has a meaning but the quote, and that is doubled. */
public final class QuotedName {

    private static final int SCHEMA_AND_TABLE = 2;

    private QuotedName() {}

    /**
     * Quotes the name of a table, or of a schema and its table with a dot between them.
     *
     * @throws InvalidStatementException if it cannot be one
     */
    public static String ofTable(String table, Origin origin) {
        String[] parts = table == null ? new String[] {null} : table.split("\\.", -1);
        if (parts.length > SCHEMA_AND_TABLE) {
            throw refusal("name a table, or schema.table", origin);
        }
        for (String part : parts) {
            require(part, origin);
        }
        return Arrays.stream(parts).map(QuotedName::of).collect(Collectors.joining("."));
    }

    /**
     * Refuses what cannot be a name.
     *
     * @throws InvalidStatementException if it is null or empty, or holds the character that ends texts in the protocol
     */
    public static void require(String name, Origin origin) {
        if (name == null || name.isEmpty() || name.indexOf('\0') >= 0) {
            throw refusal("a name is not null, not empty, and without the character 0", origin);
        }
    }

    private static InvalidStatementException refusal(String remedy, Origin origin) {
        return new InvalidStatementException(
                "DUET-250", "what is given as a table or a column is no name", remedy, origin, null);
    }

    static String of(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Quotes names, with commas between them. */
    public static String list(List<String> names) {
        return names.stream().map(QuotedName::of).collect(Collectors.joining(","));
    }
}
