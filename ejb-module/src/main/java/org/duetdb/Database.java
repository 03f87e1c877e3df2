package org.duetdb;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.io.Serial;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Names the database of an injection point: its alias and its role.
 *
 * <pre>{@code
 * @Inject @Database                                      DbSession accounts;
 * @Inject @Database(read = true)                         DbSession replica;
 * @Inject @Database(alias = "analytics", read = true)    DataSource analytics;
 * }</pre>
 *
 * <p>Both members are binding. An alias that is not configured fails the deployment, with the injection point, the
 * aliases that exist and the nearest spelling (Jakarta CDI 4.0 §5.2.6).
 */
@Qualifier @Documented
@Retention(RUNTIME)
@Target({FIELD, PARAMETER, METHOD, TYPE})
public @interface Database {

    /** The alias that is meant where none is named. */
    String DEFAULT_ALIAS = "default";

    /** The alias, as in the configuration keys {@code database.<alias>.*}. */
    String alias() default DEFAULT_ALIAS;

    /** Whether the read role is meant; the write role otherwise. */
    boolean read() default false;

    /** An instance of the annotation, for programmatic look-up. */
    final class Literal extends AnnotationLiteral<Database> implements Database {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String alias;
        private final boolean read;

        private Literal(String alias, boolean read) {
            this.alias = alias;
            this.read = read;
        }

        /**
         * Returns the qualifier of that alias and role.
         *
         * <pre>{@code
         * @Inject @Any Instance<DbSession> sessions;
         *
         * DbSession reader(String alias) {
         *     return sessions.select(Database.Literal.of(alias, Role.READ)).get();
         * }
         * }</pre>
         */
        public static Literal of(String alias, Role role) {
            return new Literal(alias, role == Role.READ);
        }

        @Override
        public String alias() {
            return alias;
        }

        @Override
        public boolean read() {
            return read;
        }
    }
}
