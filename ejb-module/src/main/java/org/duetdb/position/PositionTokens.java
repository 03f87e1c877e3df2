package org.duetdb.position;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.duetdb.config.Secret;

/**
 * Makes texts of positions that nobody else can make. They are letters, digits, {@code -}, {@code _} and {@code .}, as
 * cookies and headers take them. What is not such a text, or is too old, stands for nothing: whoever sends it is not
 * refused, and reads what a replica has. For use by any thread.
 */
public final class PositionTokens {

    /** A replica that is behind by more is not one to read from. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 4096;
    private static final int HEXADECIMAL = 16;

    private final SecretKeySpec key;

    /** Creates those of an application; nodes with the same key understand each other. */
    public PositionTokens(Secret key) {
        this.key = new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Returns the text of positions. */
    public String write(Positions positions, Instant now) {
        StringBuilder text = new StringBuilder(Long.toString(now.getEpochSecond()));
        new TreeMap<>(positions.byAlias())
                .forEach((alias, place) ->
                        text.append(' ').append(alias).append('=').append(Long.toHexString(place)));
        String payload = encode(text.toString().getBytes(StandardCharsets.UTF_8));
        return payload + '.' + encode(signature(payload));
    }

    /** Returns the positions of a text; none if it is null, or not to be trusted. */
    public Positions read(String token, Instant now) {
        if (token == null || token.length() > LONGEST) {
            return Positions.NONE;
        }
        int dot = token.indexOf('.');
        try {
            if (dot < 0 || !isSigned(token.substring(0, dot), token.substring(dot + 1))) {
                return Positions.NONE;
            }
            return parse(new String(decode(token.substring(0, dot)), StandardCharsets.UTF_8), now);
        } catch (IllegalArgumentException malformed) {
            return Positions.NONE;
        }
    }

    private boolean isSigned(String payload, String signature) {
        return MessageDigest.isEqual(signature(payload), decode(signature));
    }

    private static Positions parse(String text, Instant now) {
        String[] parts = text.split(" ");
        Instant written = Instant.ofEpochSecond(Long.parseLong(parts[0]));
        if (written.plus(LIFETIME).isBefore(now)) {
            return Positions.NONE;
        }
        Map<String, Long> places = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equal = parts[i].indexOf('=');
            places.put(
                    parts[i].substring(0, equal), Long.parseUnsignedLong(parts[i].substring(equal + 1), HEXADECIMAL));
        }
        return new Positions(places);
    }

    private byte[] signature(String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(payload.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
