package org.duetdb.embedded;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The password of each role: a random one, 128 bits, unless it was given. Never printed. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, String> byRole;

    Passwords(Map<String, String> given) {
        byRole = new HashMap<>(given);
    }

    /** The same password each time. */
    synchronized String of(String role) {
        return byRole.computeIfAbsent(role, unknown -> random());
    }

    private static String random() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
