package org.duetdb.transaction;

import org.duetdb.IllegalTransactionStateException;
import org.duetdb.Origin;
import org.duetdb.ServerError;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.UnavailableException;

/** What is said when a transaction may not begin or end as it is asked to. */
final class Refusals {

    private Refusals() {}

    static IllegalTransactionStateException beginInside(Origin origin) {
        String remedy = "use transaction(work) for a part that can be undone alone";
        return illegal("DUET-302", "begin() inside a transaction", remedy, origin);
    }

    static IllegalTransactionStateException beginOutside(Origin origin) {
        String what = "begin() outside a unit of work, where nothing would end the transaction";
        String remedy = "annotate the class or the method with @UnitOfWork, or use transaction(work)";
        return illegal("DUET-303", what, remedy, origin);
    }

    static IllegalTransactionStateException containerManaged(Origin origin) {
        String remedy = "let @Transactional or @TransactionAttribute begin and end them";
        return illegal("DUET-304", "this component's transactions are the container's", remedy, origin);
    }

    static TransactionRolledBackException rollbackOnly(Origin origin, Throwable reason) {
        String what = "the transaction can only roll back any more";
        return new TransactionRolledBackException("DUET-305", what, "let it end", origin, reason);
    }

    static IllegalTransactionStateException notTheOwner(String method, Origin origin) {
        String what = method + " of a transaction that this session did not begin";
        return illegal("DUET-307", what, "only who began it ends it; others call setRollbackOnly()", origin);
    }

    static IllegalTransactionStateException suspended(String method, Origin origin) {
        String what = method + " while the transaction is suspended";
        return illegal("DUET-308", what, "call it where the transaction was begun", origin);
    }

    static IllegalTransactionStateException outside(Origin origin) {
        return illegal("DUET-309", "setRollbackOnly() outside a transaction", "begin one first", origin);
    }

    static UnavailableException notBegun(Origin origin, Exception failure) {
        String what = "the transaction manager did not begin a transaction";
        return new UnavailableException("DUET-310", what, "see the server's log", origin, ServerError.NONE, failure);
    }

    static TransactionRolledBackException answeredByAnother(Origin origin) {
        String what = "the transaction was rolled back because the answer did not come from the resource method";
        String remedy =
                "commit() before another answer is given, and annotate the method itself, not that of an interface";
        return new TransactionRolledBackException("DUET-314", what, remedy, origin, null);
    }

    private static IllegalTransactionStateException illegal(String code, String what, String remedy, Origin origin) {
        return new IllegalTransactionStateException(code, what, remedy, origin);
    }
}
