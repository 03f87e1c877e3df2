package org.duetdb.web.input;

import java.util.regex.Pattern;

/**
 * What is known of a user.
 *
 * @param name not blank, at most 100 characters
 * @param email unique, at most 200 characters
 */
public record UserData(String name, String email) implements Body {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)*");

    static UserData of(Fields fields) {
        String name = fields.text("name", 100);
        String email = fields.text("email", 200);
        if (!EMAIL.matcher(email).matches()) {
            throw fields.malformed("email", "must be an e-mail address");
        }
        return new UserData(name, email);
    }
}
