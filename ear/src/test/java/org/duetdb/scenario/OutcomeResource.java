package org.duetdb.scenario;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import org.duetdb.ConstraintViolationException;
import org.duetdb.Database;
import org.duetdb.DatabaseException;
import org.duetdb.DbSession;
import org.duetdb.TransactionRolledBackException;

/** Writes one row in each of two databases, and ends in every way. */
@Path("scenario/outcome")
public class OutcomeResource {

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    private String write(String key) {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        analytics.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        return "written";
    }

    @POST
    @Path("return")
    public String returns(@QueryParam("key") String key) {
        return write(key);
    }

    @POST
    @Path("return-alone")
    public String returnsAlone(@QueryParam("key") String key) {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        return "written";
    }

    /** As an application that does something else meanwhile. */
    @POST
    @Path("return-later")
    public String returnsLater(@QueryParam("key") String key) throws InterruptedException {
        String written = returnsAlone(key);
        Thread.sleep(2000);
        return written;
    }

    @POST
    @Path("runtime-exception")
    public String runtimeException(@QueryParam("key") String key) {
        write(key);
        throw new IllegalArgumentException("on purpose");
    }

    @POST
    @Path("checked-exception")
    public String checkedException(@QueryParam("key") String key) throws IOException {
        write(key);
        throw new IOException("on purpose");
    }

    @POST
    @Path("error")
    public String error(@QueryParam("key") String key) {
        write(key);
        throw new AssertionError("on purpose");
    }

    @POST
    @Path("web-application-exception")
    public String webApplicationException(@QueryParam("key") String key) {
        write(key);
        throw new WebApplicationException(418);
    }

    @POST
    @Path("deferred-constraint")
    public String deferredConstraint(@QueryParam("key") String key) {
        write(key);
        main.execute("INSERT INTO scenario_child (key, parent) VALUES ($1, 'nobody')", key);
        return "not yet known to fail";
    }

    @POST
    @Path("deferred-constraint-alone")
    public String deferredConstraintAlone(@QueryParam("key") String key) {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        main.execute("INSERT INTO scenario_child (key, parent) VALUES ($1, 'nobody')", key);
        return "not yet known to fail";
    }

    /** A transaction that has used a temporary table cannot be prepared. */
    @POST
    @Path("prepare-refused")
    public String prepareRefused(@QueryParam("key") String key) {
        write(key);
        main.execute("CREATE TEMPORARY TABLE passing (key text) ON COMMIT DROP");
        return "not yet known to fail";
    }

    @POST
    @Path("swallowed")
    public String swallowed(@QueryParam("key") String key) {
        write(key);
        try {
            analytics.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        } catch (ConstraintViolationException ignored) {
            return "as if nothing had happened";
        }
        return "not violated";
    }

    @POST
    @Path("auto-commit-off")
    public String autoCommitOff(@QueryParam("key") String key) {
        analytics.setAutoCommit(false);
        return write(key);
    }

    @POST
    @Path("auto-commit-off-and-commit")
    public String autoCommitOffAndCommit(@QueryParam("key") String key) {
        main.setAutoCommit(false);
        write(key);
        main.commit();
        return "committed";
    }

    /** Without a transaction each statement stands alone. */
    @POST
    @Path("alone-then-throw")
    public String aloneThenThrow(@QueryParam("key") String key) {
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        analytics.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        throw new IllegalStateException("on purpose");
    }

    @POST
    @Path("rollback-only")
    public String rollbackOnly(@QueryParam("key") String key) {
        write(key);
        analytics.setRollbackOnly();
        return "undone";
    }

    @POST
    @Path("rollback-and-again")
    public String rollbackAndAgain(@QueryParam("key") String key) {
        write("not-" + key);
        main.rollback();
        return main.state() + " " + analytics.state() + " " + write(key);
    }

    @POST
    @Path("commit-then-throw")
    public String commitThenThrow(@QueryParam("key") String key) {
        write(key);
        main.commit();
        throw new IllegalStateException("on purpose, after the commit, in state " + main.state());
    }

    @POST
    @Path("work")
    public String work(@QueryParam("key") String key) {
        return main.transaction(() -> {
            main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
            analytics.execute("INSERT INTO scenario (key) VALUES ($1)", key);
            return main.state().name();
        });
    }

    @POST
    @Path("savepoint")
    public String savepoint(@QueryParam("key") String key) {
        write(key);
        try {
            main.transaction(() -> {
                main.execute("INSERT INTO scenario (key) VALUES ($1)", "inner-" + key);
                analytics.execute("INSERT INTO scenario (key) VALUES ($1)", "inner-" + key);
                analytics.execute("INSERT INTO scenario (key) VALUES ($1)", key);
            });
        } catch (ConstraintViolationException undone) {
            main.execute("INSERT INTO scenario (key) VALUES ($1)", "after-" + key);
            return "undone";
        }
        return "not violated";
    }

    /** A failure that is caught belongs to the savepoint it happened in, whatever goes on inside that. */
    @POST
    @Path("nested-savepoints")
    public String nestedSavepoints(@QueryParam("key") String key) {
        write(key);
        try {
            main.transaction(() -> {
                analytics.execute("INSERT INTO scenario (key) VALUES ($1)", "outer-" + key);
                try {
                    main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
                } catch (ConstraintViolationException swallowed) {
                    analytics.transaction(
                            () -> analytics.execute("INSERT INTO scenario (key) VALUES ($1)", "inner-" + key));
                }
            });
        } catch (TransactionRolledBackException undone) {
            return undone.getCause().getClass().getSimpleName();
        }
        return "not undone";
    }

    /** The server ends the connection in the midst of the transaction. */
    @POST
    @Path("connection-lost")
    public String connectionLost(@QueryParam("key") String key) {
        write(key);
        main.execute("SELECT pg_terminate_backend(pg_backend_pid())");
        return "not lost";
    }

    /** The same, inside a savepoint, which cannot be undone any more. */
    @POST
    @Path("connection-lost-in-savepoint")
    public String connectionLostInSavepoint(@QueryParam("key") String key) {
        write(key);
        try {
            main.transaction(() -> main.execute("SELECT pg_terminate_backend(pg_backend_pid())"));
        } catch (DatabaseException swallowed) {
            return "as if nothing had happened";
        }
        return "not lost";
    }
}
