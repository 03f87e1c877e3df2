package org.duetdb.xa;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.xa.Xid;

/** A branch as a transaction manager names it: it does not compare by value, and gives its arrays away. */
final class TestXid implements Xid {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final int format;
    private final byte[] transaction;
    private final byte[] qualifier;

    TestXid(int format, byte[] transaction, byte[] qualifier) {
        this.format = format;
        this.transaction = transaction;
        this.qualifier = qualifier;
    }

    /** A branch of a transaction that is not used elsewhere. */
    static TestXid next() {
        return new TestXid(4711, bytes(NEXT.getAndIncrement()), bytes(1));
    }

    /** Another branch of the same transaction. */
    TestXid sibling(int number) {
        return new TestXid(format, transaction, bytes(number));
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    @Override
    public int getFormatId() {
        return format;
    }

    @Override
    public byte[] getGlobalTransactionId() {
        return transaction;
    }

    @Override
    public byte[] getBranchQualifier() {
        return qualifier;
    }
}
