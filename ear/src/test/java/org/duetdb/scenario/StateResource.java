package org.duetdb.scenario;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.function.Function;
import org.duetdb.Database;
import org.duetdb.DatabaseException;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.DuetException;
import org.duetdb.OpenSession;
import org.duetdb.ResultStream;
import org.duetdb.Row;
import org.duetdb.TransactionOptions;

/** Brings a session into a state, calls one of its methods, and tells what comes of it. */
@Path("scenario/states")
public class StateResource {

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @Inject
    @Database(read = true)
    DbSession replica;

    @Inject
    Databases databases;

    @Inject
    ContainerTransactions container;

    /** Returns the state after the call, or the exception that it threw. */
    @GET
    @Path("{state}/{method}")
    public String call(@PathParam("state") String state, @PathParam("method") String method) {
        return in(state, session -> outcome(session, method));
    }

    private static String outcome(DbSession session, String method) {
        try {
            switch (method) {
                case "query" -> session.query("SELECT 1 AS one");
                case "begin" -> session.begin();
                case "commit" -> session.commit();
                case "rollback" -> session.rollback();
                case "setRollbackOnly" -> session.setRollbackOnly();
                case "transaction" -> session.transaction(() -> {});
                case "options" -> session.transaction(TransactionOptions.DEFAULT.attempts(2), () -> {});
                default -> throw new IllegalArgumentException(method);
            }
            return session.state().name();
        } catch (DuetException refusal) {
            return refusal.getClass().getSimpleName() + " " + refusal.code();
        }
    }

    private String in(String state, Function<DbSession, String> call) {
        return switch (state) {
            case "IDLE" -> rolledBack(main, call);
            case "CONNECTED" -> streaming(call);
            case "begun" -> begun(call);
            case "joined" -> joined(call);
            case "in work" -> main.transaction(() -> call.apply(main));
            case "container" -> container.inTransaction(() -> call.apply(main));
            case "suspended" -> suspended(call);
            case "failed" -> failed(call);
            case "rollback only" -> rollbackOnly(call);
            case "COMMITTED" -> {
                main.begin();
                main.commit();
                yield rolledBack(main, call);
            }
            case "ROLLED_BACK" -> {
                main.begin();
                main.rollback();
                yield rolledBack(main, call);
            }
            case "CLOSED" -> closed(call);
            case "read role" -> call.apply(replica);
            default -> throw new IllegalArgumentException(state);
        };
    }

    /** Leaves no transaction to the end of the request. */
    private String rolledBack(DbSession owner, Function<DbSession, String> call) {
        String outcome = call.apply(main);
        if (owner.isInTransaction()) {
            owner.rollback();
        }
        return outcome;
    }

    private String streaming(Function<DbSession, String> call) {
        try (ResultStream<Row> rows = main.stream("SELECT 1 AS one")) {
            rows.iterator().hasNext();
            return call.apply(main);
        }
    }

    private String begun(Function<DbSession, String> call) {
        main.begin();
        return rolledBack(main, call);
    }

    private String joined(Function<DbSession, String> call) {
        analytics.begin();
        return rolledBack(analytics, call);
    }

    private String suspended(Function<DbSession, String> call) {
        main.begin();
        String outcome = container.outsideTransactions(() -> call.apply(main));
        main.rollback();
        return outcome;
    }

    private String failed(Function<DbSession, String> call) {
        main.begin();
        try {
            main.query("SELECT 1 / 0");
        } catch (DatabaseException swallowed) {
            return rolledBack(main, call);
        }
        throw new IllegalStateException();
    }

    private String rollbackOnly(Function<DbSession, String> call) {
        main.begin();
        main.setRollbackOnly();
        return rolledBack(main, call);
    }

    private String closed(Function<DbSession, String> call) {
        OpenSession session = databases.open();
        session.close();
        return call.apply(session);
    }
}
