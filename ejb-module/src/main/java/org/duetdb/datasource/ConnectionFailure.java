package org.duetdb.datasource;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
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
 * @param failure what the pool has said
 * @param waited how long it took to say it
 */
record ConnectionFailure(Binding binding, Origin origin, SQLException failure, Duration waited) {

    private static final String CONNECTION_FAILURE = "08006";
    private static final int DEEPEST = 20;

    UnavailableException explain() {
        ServerError error = said().orElse(null);
        if (error != null) {
            return refused(reason(error), error);
        }
        if (isOfTheTransaction()) {
            return ofThePool("the pool's connection could not join the transaction");
        }
        return isExhaustion() ? exhausted() : ofThePool("the pool could not lend a connection");
    }

    /** Returns whether neither a database nor the transaction manager nor a wait is to blame. */
    boolean isOfThePoolItself() {
        return !isExhaustion() && !isOfTheTransaction() && said().isEmpty();
    }

    /**
     * What the database said, or the driver in its place. A pool may give its own words an SQLSTATE of a database's, as
     * Liberty does; it says them in an exception of a type that the driver does not use.
     */
    private Optional<ServerError> said() {
        boolean ofThePool = failure instanceof SQLTransientConnectionException && isExhaustion();
        return ofThePool ? Optional.empty() : ServerErrors.find(failure);
    }

    /** A pool that has none to give says so when connect-timeout is over; whatever else it has to say comes at once. */
    private boolean isExhaustion() {
        return waited.multipliedBy(2).compareTo(binding.settings().pool().connectTimeout()) >= 0;
    }

    /** The driver gives no cause where the certificate is another host's. */
    private boolean isOfTls(ServerError error) {
        boolean verifies =
                "verify-full".equals(binding.settings().address().properties().get("sslmode"));
        return hasCauseOf("javax.net.ssl.")
                || verifies
                        && CONNECTION_FAILURE.equals(error.sqlState())
                        && !hasCauseOf("java.io.")
                        && !hasCauseOf("java.net.");
    }

    /** A pool also fails where it has a connection that the transaction manager does not take. */
    private boolean isOfTheTransaction() {
        return hasCauseOf("jakarta.transaction.");
    }

    private boolean hasCauseOf(String packages) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause.getClass().getName().startsWith(packages)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private UnavailableException ofThePool(String what) {
        return refused(new Reason("DUET-108", what, "see the server's log"), ServerError.NONE);
    }

    private UnavailableException refused(Reason reason, ServerError error) {
        return new UnavailableException(reason.code(), reason.what(), reason.remedy(), origin, error, failure);
    }

    private PoolExhaustedException exhausted() {
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
        if (error.isOfClass("08") && isOfTls(error)) {
            String remedy = "check sslmode, sslrootcert, and the server's certificate, in " + settings.addressKey();
            return new Reason("DUET-113", "no TLS connection to " + server, remedy);
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
