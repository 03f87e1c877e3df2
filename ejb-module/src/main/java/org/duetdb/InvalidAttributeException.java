package org.duetdb;

import java.io.Serial;

/**
 * An attribute of an entity that is named by a value does not exist, cannot be changed in this way, or cannot have that
 * value. Nothing has been changed.
 */
public class InvalidAttributeException extends DuetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String attribute;

    /**
     * Creates an exception; see {@link DuetException}.
     *
     * @param attribute the name that was given
     */
    public InvalidAttributeException(String code, String what, String remedy, Origin origin, String attribute) {
        super(code, what, remedy, origin, null);
        this.attribute = attribute;
    }

    /**
     * Returns the name that was given.
     *
     * <pre>{@code
     * try {
     *     visits.count(Map.of("colour", "red"));
     * } catch (InvalidAttributeException failure) {
     *     System.out.println(failure.attribute()); // colour
     * }
     * }</pre>
     */
    public String attribute() {
        return attribute;
    }
}
