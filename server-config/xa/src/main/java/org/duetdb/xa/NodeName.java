package org.duetdb.xa;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The application server that a branch belongs to, in the form in which it stands in the names of prepared branches.
 *
 * @param text at most 15 characters that need no quoting; a longer or stranger name is told by its digest, which begins
 *     with a tilde
 */
record NodeName(String text) {

    private static final int LONGEST = 15;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1," + LONGEST + "}");

    static NodeName of(String node) {
        if (PLAIN.matcher(node).matches()) {
            return new NodeName(node);
        }
        String digest = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(node));
        return new NodeName('~' + digest.substring(0, LONGEST - 1));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
