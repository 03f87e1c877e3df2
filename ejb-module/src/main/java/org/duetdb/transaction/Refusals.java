package org.duetdb.transaction;

import org.duetdb.IllegalTransactionStateException;
import org.duetdb.Origin;
import org.duetdb.ServerError;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.UnavailableException;
import org.duetdb.WrongThreadException;

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

    static IllegalTransactionStateException beginInAsynchronous(Origin origin) {
        String what = "begin() in a resource method that answers asynchronously, whose end nothing on its thread sees";
        return illegal("DUET-318", what, "use transaction(work), or an AsyncDbSession", origin);
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

    static IllegalTransactionStateException insideWork(String method, Origin origin) {
        String what = method + " inside transaction(work), which may have to be undone alone";
        return illegal("DUET-307", what, "let the work end first, or call setRollbackOnly()", origin);
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

    static UnavailableException untold(Exception failure) {
        String what = "the transaction manager did not tell of the transaction";
        return new UnavailableException(
                "DUET-310", what, "see the server's log", Origin.NONE, ServerError.NONE, failure);
    }

    static TransactionRolledBackException answeredByAnother(Origin origin) {
        String what = "the transaction was rolled back because the answer did not come from the resource method";
        String remedy =
                "commit() before another answer is given, and annotate the method itself, not that of an interface";
        return new TransactionRolledBackException("DUET-314", what, remedy, origin, null);
    }

    static IllegalTransactionStateException streaming(Origin origin) {
        String what = "a transaction would begin while a result is being streamed outside of it";
        return illegal("DUET-315", what, "close the stream first, or stream inside the transaction", origin);
    }

    static IllegalTransactionStateException optionsInside(Origin origin) {
        String what = "options for a transaction inside another one";
        return illegal("DUET-316", what, "give them to the outermost transaction", origin);
    }

    static IllegalTransactionStateException attemptsOfBegin(Origin origin) {
        String what = "begin() cannot make several attempts";
        return illegal("DUET-316", what, "use transaction(options, work), which can run its work again", origin);
    }

    static WrongThreadException otherThread(Origin origin) {
        String what = "the transaction was begun on another thread";
        return new WrongThreadException("DUET-317", what, "end it there", origin);
    }

    private static IllegalTransactionStateException illegal(String code, String what, String remedy, Origin origin) {
        return new IllegalTransactionStateException(code, what, remedy, origin);
    }
}
