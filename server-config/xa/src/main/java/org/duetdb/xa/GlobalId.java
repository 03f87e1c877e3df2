package org.duetdb.xa;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Names a global transaction, in the form in which it stands in the names of its prepared branches.
 *
 * @param text format and identifier in Base64, in the alphabet that is safe in an SQL literal; at most 91 characters
 */
record GlobalId(String text) {

    static GlobalId of(int format, byte[] transaction) {
        ByteBuffer both = ByteBuffer.allocate(Integer.BYTES + transaction.length);
        return new GlobalId(base64(both.putInt(format).put(transaction).array()));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    int format() {
        return bytes().getInt();
    }

    byte[] transaction() {
        ByteBuffer bytes = bytes();
        bytes.getInt();
        byte[] transaction = new byte[bytes.remaining()];
        bytes.get(transaction);
        return transaction;
    }

    private ByteBuffer bytes() {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    }
}
