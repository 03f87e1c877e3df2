package org.duetdb.configure.command;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a server is called in transactions, unless it is given a name. */
final class DefaultNode {

    /** As long as it may be to stand in the names of prepared branches as it is. */
    private static final int BYTES = 5;

    private DefaultNode() {}

    /**
     * Returns a name that stays as long as the host has its name and the server its folder, and that no server has of
     * which one is different. Containers may have these in common, or new ones at each start.
     */
    static String of(Path home) throws IOException {
        String place = InetAddress.getLocalHost().getHostName() + ":"
                + home.toAbsolutePath().normalize();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
            return "duet-" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
