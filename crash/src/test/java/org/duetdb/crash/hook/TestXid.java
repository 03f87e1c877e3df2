package org.duetdb.crash.hook;

import javax.transaction.xa.Xid;

/** A branch of a transaction. */
record TestXid(int transaction, int branch) implements Xid {

    @Override
    public int getFormatId() {
        return 1;
    }

    @Override
    public byte[] getGlobalTransactionId() {
        return new byte[] {(byte) transaction};
    }

    @Override
    public byte[] getBranchQualifier() {
        return new byte[] {(byte) branch};
    }
}
