package org.duetdb.datasource;

import java.sql.SQLException;
import org.duetdb.ServerError;
import org.duetdb.UnavailableException;
import org.duetdb.catalog.Binding;
import org.duetdb.config.DatabaseSettings;

/** Explains why there is no connection, in one sentence that names the key to look at. */
final class ConnectionFailure {

    private ConnectionFailure() {}

    static UnavailableException explain(Binding binding, SQLException failure) {
        DatabaseSettings settings = binding.settings();
        ServerError error = ServerErrors.find(failure)
                .map(ServerErrors.Found::error)
                .orElse(new ServerError(null, null, null, null, null, null, 0));
        String user = settings.user() == null ? "this user" : "user " + settings.user();
        String server = settings.address().hostList();
        String database = settings.address().database();
        if (error.isOfClass("28")) {
            return exception(
                    "DUET-102",
                    server + " refused " + user,
                    "check " + settings.credentialsKey(),
                    binding,
                    error,
                    failure);
        }
        if ("3D000".equals(error.sqlState())) {
            String what = server + " has no database " + database;
            return exception("DUET-103", what, "check " + settings.addressKey(), binding, error, failure);
        }
        if ("53300".equals(error.sqlState())) {
            String what = server + " accepts no more connections";
            return exception(
                    "DUET-104", what, "lower max-size or raise the server's max_connections", binding, error, failure);
        }
        if (error.isOfClass("08")) {
            String what = "no connection to " + server;
            return exception(
                    "DUET-105", what, "check " + settings.addressKey() + " and the server", binding, error, failure);
        }
        if (error.isOfClass("57P")) {
            String what = server + " is starting up or shutting down";
            return exception("DUET-106", what, "try again", binding, error, failure);
        }
        if (error.sqlState() == null) {
            String remedy =
                    "if all " + settings.pool().maxSize() + " are in use, find what holds them or raise max-size";
            return exception("DUET-107", "the pool gave no connection", remedy, binding, error, failure);
        }
        String what = server + " gave no connection (SQLSTATE " + error.sqlState() + ")";
        return exception("DUET-108", what, "check " + settings.addressKey(), binding, error, failure);
    }

    private static UnavailableException exception(
            String code, String what, String remedy, Binding binding, ServerError error, SQLException cause) {
        return new UnavailableException(code, what, remedy, binding.origin(), error, cause);
    }
}
