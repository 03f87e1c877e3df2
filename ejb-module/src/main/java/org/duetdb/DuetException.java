package org.duetdb;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/**
 * The one family of everything that Duet throws, unchecked.
 *
 * <p>It passes the boundary of an enterprise bean as it is, and makes the transaction there roll back (Jakarta
 * Enterprise Beans 4.0 §9.2.1).
 *
 * <p>The message reads {@code DUET-nnn what failed [alias=…, role=…]; what to do}. It never holds a password or a
 * parameter value, and neither does that of a cause which the driver threw: it can be logged as it is.
 */
@ApplicationException(rollback = true)
public abstract class DuetException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final Origin origin;

    /**
     * Creates an exception.
     *
     * @param code {@code DUET-nnn}, the key of the troubleshooting guide
     * @param what what failed, without code and origin
     * @param remedy what to do; null if the first part says it
     * @param cause what failed beneath; may be null
     */
    protected DuetException(String code, String what, String remedy, Origin origin, Throwable cause) {
        super(compose(code, what, remedy, origin), cause);
        this.code = code;
        this.origin = origin;
    }

    private static String compose(String code, String what, String remedy, Origin origin) {
        String place = origin.toString();
        return code + " " + what + (place.isEmpty() ? "" : " [" + place + "]") + (remedy == null ? "" : "; " + remedy);
    }

    /**
     * Returns {@code DUET-nnn}.
     *
     * <pre>{@code
     * try {
     *     shop.query("SELECT name FROM users WHERE id = $1");
     * } catch (DuetException failure) {
     *     System.out.println(failure.code()); // DUET-203
     * }
     * }</pre>
     */
    public String code() {
        return code;
    }

    /**
     * Returns where the failure arose.
     *
     * <pre>{@code
     * try {
     *     analytics.query("SELECT name FROM nowhere");
     * } catch (DuetException failure) {
     *     System.out.println(failure.origin().alias()); // analytics
     * }
     * }</pre>
     */
    public Origin origin() {
        return origin;
    }
}
