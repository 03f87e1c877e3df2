package org.duetdb.transaction;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Names requests: a random part for the running application, and a counter. For use by any thread. */
final class RequestIds {

    private final String application;
    private final AtomicLong last = new AtomicLong();

    RequestIds() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        application = HexFormat.of().formatHex(random) + "-";
    }

    /** Returns a name that no other request has. */
    String next() {
        return application + last.incrementAndGet();
    }
}
