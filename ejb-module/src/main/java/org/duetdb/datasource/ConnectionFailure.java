package org.duetdb.datasource;

import java.sql.SQLException;
import org.duetdb.Origin;
import org.duetdb.PoolExhaustedException;
import org.duetdb.ServerError;
import org.duetdb.UnavailableException;
import org.duetdb.catalog.Binding;
import org.duetdb.config.DatabaseSettings;

/**
 * Explains why there is no connection, in one sentence that names the key to look at.
 *
 * @param binding the database
 * @param origin who asked
 */
record ConnectionFailure(Binding binding, Origin origin) {

    private static final int DEEPEST = 20;

    UnavailableException explain(SQLException failure) {
        return ServerErrors.find(failure)
                .map(error -> refused(reason(error), error, failure))
                .orElseGet(() -> isOfTheTransaction(failure) ? notEnlisted(failure) : exhausted(failure));
    }

    /** A pool also fails where it has a connection that the transaction manager does not take. */
    private static boolean isOfTheTransaction(SQLException failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause.getClass().getName().startsWith("jakarta.transaction.")) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private UnavailableException notEnlisted(SQLException failure) {
        String what = "the pool's connection could not join the transaction";
        return refused(new Reason("DUET-108", what, "see the server's log"), ServerError.NONE, failure);
    }

    private UnavailableException refused(Reason reason, ServerError error, SQLException failure) {
        return new UnavailableException(reason.code(), reason.what(), reason.remedy(), origin, error, failure);
    }

    /** Neither the server nor the driver has said anything: the pool did not come to ask them. */
    private PoolExhaustedException exhausted(SQLException failure) {
        int most = binding.settings().pool().maxSize();
        String remedy = "if all " + most + " are in use, find what holds them or raise max-size";
        return new PoolExhaustedException(
                "DUET-107", "the pool gave no connection", remedy, origin, ServerError.NONE, failure);
    }

    private record Reason(String code, String what, String remedy) {}

    private Reason reason(ServerError error) {
        DatabaseSettings settings = binding.settings();
        String server = settings.address().hostList();
        if (error.isOfClass("28")) {
            String user = settings.user() == null ? "the user" : "the user " + settings.user();
            return new Reason("DUET-102", server + " refused " + user, "check " + settings.credentialsKey());
        }
        if (error.isOfClass("3D")) {
            String what = server + " has no database " + settings.address().database();
            return new Reason("DUET-103", what, "check " + settings.addressKey());
        }
        if (error.isOfClass("53")) {
            String remedy = "lower max-size, or raise the server's max_connections";
            return new Reason("DUET-104", server + " takes no more connections", remedy);
        }
        if (error.isOfClass("08")) {
            String remedy = "check the server, and " + settings.addressKey();
            return new Reason("DUET-105", "no connection to " + server, remedy);
        }
        if (error.isOfClass("57P")) {
            return new Reason("DUET-106", server + " is starting up or shutting down", "try again");
        }
        String what = server + " gave no connection (SQLSTATE " + error.sqlState() + ")";
        return new Reason("DUET-108", what, "check " + settings.addressKey());
    }
}
