package org.duetdb.configure.wildfly;

import java.util.regex.Pattern;

/** The expressions that WildFly resolves in the values of attributes. */
final class Expression {

    private static final Pattern RESOLVED = Pattern.compile("\\$\\{.*}", Pattern.DOTALL);

    private Expression() {}

    /** Returns what stands for the value of an environment variable. */
    static String variable(String name) {
        return "${env." + name + "}";
    }

    /**
     * Returns what WildFly resolves to this text. It looks for expressions in what an expression has given too, and
     * takes two dollars for one only where it has found something that looks like one.
     */
    static String literal(String text) {
        return RESOLVED.matcher(text).find() ? text.replace("$", "$$") : text;
    }
}
