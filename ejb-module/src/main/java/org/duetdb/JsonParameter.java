package org.duetdb;

/**
 * A parameter that is sent as JSON, whatever its class: a record or an object with properties, and also what would be
 * another type without this, such as a text, a number or an array.
 *
 * <pre>{@code
 * shop.execute("UPDATE users SET settings = $1 WHERE id = $2", JsonParameter.of("dark"), 1);
 * shop.execute("UPDATE users SET settings = $1 WHERE id = $2", JsonParameter.of(new int[] {1, 2, 3}), 2);
 * }</pre>
 *
 * <p>{@code Map}, {@code Collection} and the values of Jakarta JSON Processing are JSON without it. Maps, collections,
 * texts, numbers and Jakarta JSON values are written with every digit they have, everything else as Jakarta JSON
 * Binding does it, which needs public classes. It is written when the statement is executed:
 * {@link InvalidStatementException} if it cannot be, and nothing has been sent then.
 *
 * @param value what is written; null is the JSON {@code null}, which is not SQL {@code NULL}
 */
public record JsonParameter(Object value) {

    /**
     * Returns a parameter that is sent as JSON.
     *
     * <pre>{@code
     * String set = "UPDATE users SET settings = jsonb_set(settings, '{theme}', $1) WHERE id = $2";
     * shop.execute(set, JsonParameter.of("light"), 1);
     * }</pre>
     */
    public static JsonParameter of(Object value) {
        return new JsonParameter(value);
    }

    /** Returns a text without the value, which belongs in no log. */
    @Override
    public String toString() {
        return "JsonParameter";
    }
}
