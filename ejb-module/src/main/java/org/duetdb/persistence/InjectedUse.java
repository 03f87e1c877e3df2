package org.duetdb.persistence;

import jakarta.persistence.TransactionRequiredException;
import org.duetdb.Origin;
import org.duetdb.ReadOnlyException;
import org.duetdb.ServerError;

/** What is not to be done with injected entity managers. */
final class InjectedUse {

    private InjectedUse() {}

    static IllegalStateException refusal(String method, Origin origin) {
        return new IllegalStateException("DUET-701 " + method + "() is not for what is injected [" + origin
                + "]; it ends with the application, and transactions end as those of sessions do");
    }

    static TransactionRequiredException noTransaction(String method, Origin origin) {
        return new TransactionRequiredException("DUET-702 " + method + "() needs a transaction [" + origin
                + "]; call it within @Transactional, begin() or transaction(work)");
    }

    static ReadOnlyException readOnly(String method, Origin origin) {
        return new ReadOnlyException(
                "DUET-703",
                method + "() was called in the read role",
                "use the entity manager of the write role",
                origin,
                ServerError.NONE,
                null);
    }
}
