package org.duetdb.example;

import java.util.regex.Pattern;

/**
 * An example of the documentation.
 *
 * @param name what it is called, as a class
 * @param code the statements, or members of a class
 */
public record Example(String name, String code) {

    /** The package of the classes that examples become. */
    public static final String PACKAGE = "org.duetdb.example.run";

    private static final Pattern MEMBERS = Pattern.compile("\\s*(@|public |private )");

    private static final String IMPORTS = """
            package %s;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.stream.*;
            import org.duetdb.*;
            import org.duetdb.example.Visit;
            import org.duetdb.model.*;
            import org.duetdb.model.Model;
            """;

    private static final String CONTAINER = """
            import jakarta.enterprise.context.*;
            import jakarta.enterprise.inject.*;
            import jakarta.inject.*;
            import jakarta.json.*;
            import jakarta.persistence.*;
            import jakarta.ws.rs.*;
            import javax.sql.DataSource;
            """;

    private static final String STATEMENTS = """
            public final class %s implements org.duetdb.example.RunnableExample {
                @Override
                public void run(DbSession shop, DbSession replica, DbSession analytics, AsyncDbSession later,
                        Databases databases, Repository<Visit, UUID> visits) throws Exception {
                    %s
                }
            }
            """;

    /** Returns whether it can be run: it consists of statements. */
    public boolean isRunnable() {
        return !MEMBERS.matcher(code).lookingAt();
    }

    /** Returns the name of its class. */
    public String className() {
        return PACKAGE + "." + name;
    }

    /** Returns the source of its class. */
    String source() {
        String head = IMPORTS.formatted(PACKAGE);
        return isRunnable()
                ? head + STATEMENTS.formatted(name, code)
                : head + CONTAINER + "class " + name + " {\n" + code + "\n}\n";
    }

    @Override
    public String toString() {
        return name;
    }
}
