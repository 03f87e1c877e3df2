package org.duetdb.xa;

import java.util.Arrays;
import javax.transaction.xa.Xid;

/**
 * Names one branch of a global transaction. Unlike the {@link Xid}s of the servers it compares by value, and nobody
 * else holds its arrays.
 */
final class BranchId implements Xid {

    private final GlobalId global;
    private final byte[] qualifier;

    BranchId(GlobalId global, byte[] qualifier) {
        this.global = global;
        this.qualifier = qualifier.clone();
    }

    static BranchId of(Xid xid) {
        GlobalId global = GlobalId.of(xid.getFormatId(), xid.getGlobalTransactionId());
        return new BranchId(global, xid.getBranchQualifier());
    }

    /** The transaction that this is a branch of. */
    GlobalId global() {
        return global;
    }

    @Override
    public int getFormatId() {
        return global.format();
    }

    @Override
    public byte[] getGlobalTransactionId() {
        return global.transaction();
    }

    @Override
    public byte[] getBranchQualifier() {
        return qualifier.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BranchId that && global.equals(that.global) && Arrays.equals(qualifier, that.qualifier);
    }

    @Override
    public int hashCode() {
        return 31 * global.hashCode() + Arrays.hashCode(qualifier);
    }

    @Override
    public String toString() {
        return global.text() + ':' + GlobalId.base64(qualifier);
    }
}
