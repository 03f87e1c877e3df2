package org.duetdb.configure.liberty;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A password as the environment variable holds it that Liberty reads it from.
 *
 * <p>Most are written as they are. Liberty replaces <code>${…}</code> in what it has read, takes a value in braces at
 * the beginning for an encoded one, and Java reads characters beyond ASCII only where the locale has them. What could
 * be misread is written in Liberty's encoding {@code {xor}}, which hides nothing.
 */
final class LibertySecret {

    private static final Pattern UNAMBIGUOUS = Pattern.compile("[!-~&&[^${}]]+");
    private static final int MASK = '_';

    private LibertySecret() {}

    /** Returns whether Liberty would read another password than the one that stands there. */
    static boolean isMisread(String password) {
        return !UNAMBIGUOUS.matcher(password).matches();
    }

    static String of(String password) {
        if (!isMisread(password)) {
            return password;
        }
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= MASK;
        }
        return "{xor}" + Base64.getEncoder().encodeToString(bytes);
    }
}
