package org.duetdb.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import org.duetdb.DuetException;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.TransactionOptions;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.TransactionalWork;

/**
 * Transactions of one session, without a transaction manager: one connection, and {@code BEGIN}, {@code SAVEPOINT} and
 * {@code COMMIT} as SQL. A statement that fails undoes what surrounds it, as in the container. For tests, and for one
 * thread.
 */
final class PlainTransactions implements TransactionControl {

    /** For the transaction and each savepoint in it, how it failed; the innermost first. */
    private final Deque<Failure> levels = new ArrayDeque<>();

    private Connection connection;

    /** The first failure of a level. */
    private static final class Failure {
        private DuetException reason;
    }

    @Override
    public String requestId() {
        return "test";
    }

    @Override
    public boolean isActive() {
        return connection != null;
    }

    @Override
    public Connection connection(Participant participant) {
        levels.stream()
                .map(level -> level.reason)
                .filter(reason -> reason != null)
                .findFirst()
                .ifPresent(reason -> {
                    throw new TransactionRolledBackException(
                            "DUET-305",
                            "the transaction can only roll back any more",
                            "let it end",
                            reason.origin(),
                            reason);
                });
        return connection;
    }

    @Override
    public void wrote(Participant participant) {
        // nobody reads from elsewhere
    }

    @Override
    public void failed(DuetException failure) {
        if (isActive() && levels.peek().reason == null) {
            levels.peek().reason = failure;
        }
    }

    @Override
    public void begin(Participant participant, TransactionOptions options) {
        requireActive(false, participant);
        connection = participant.openConnection();
        levels.push(new Failure());
        execute("BEGIN" + (options.isolation() == null ? "" : " ISOLATION LEVEL " + options.isolation())
                + (options.readOnly() ? " READ ONLY" : ""));
    }

    @Override
    public void commit(Participant participant) {
        requireActive(true, participant);
        DuetException reason = levels.peek().reason;
        end(participant, reason == null);
        if (reason != null) {
            throw new TransactionRolledBackException(
                    "DUET-311",
                    "the transaction was rolled back because a statement failed",
                    null,
                    participant.origin(),
                    reason);
        }
    }

    @Override
    public void rollback(Participant participant) {
        requireActive(true, participant);
        end(participant, false);
    }

    private void end(Participant participant, boolean commit) {
        try (Connection ended = connection;
                Statement statement = ended.createStatement()) {
            statement.execute(commit ? "COMMIT" : "ROLLBACK");
            participant.ended(commit);
        } catch (SQLException failure) {
            throw SqlFailures.translate(failure, participant.origin());
        } finally {
            connection = null;
            levels.clear();
        }
    }

    @Override
    public void setRollbackOnly(Participant participant) {
        requireActive(true, participant);
        failed(new TransactionRolledBackException("DUET-305", "as it was asked to", null, participant.origin(), null));
    }

    @Override
    public <T, X extends Exception> T transaction(
            Participant participant, TransactionOptions options, TransactionalWork<T, X> work) throws X {
        if (isActive()) {
            return nested(participant, work);
        }
        begin(participant, options);
        T result;
        try {
            result = work.run();
        } catch (Throwable thrown) {
            end(participant, false);
            throw thrown;
        }
        commit(participant);
        return result;
    }

    private <T, X extends Exception> T nested(Participant participant, TransactionalWork<T, X> work) throws X {
        execute("SAVEPOINT plain");
        levels.push(new Failure());
        T result;
        try {
            result = work.run();
        } catch (Throwable thrown) {
            leave(false);
            throw thrown;
        }
        DuetException reason = levels.peek().reason;
        leave(reason == null);
        if (reason != null) {
            throw new TransactionRolledBackException(
                    "DUET-306",
                    "the work is undone because a statement of it failed",
                    null,
                    participant.origin(),
                    reason);
        }
        return result;
    }

    private void leave(boolean keep) {
        levels.pop();
        if (!keep) {
            execute("ROLLBACK TO plain");
        }
        execute("RELEASE plain");
    }

    private void execute(String command) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException failure) {
            throw new IllegalStateException(command, failure);
        }
    }

    private void requireActive(boolean wanted, Participant participant) {
        if (isActive() != wanted) {
            throw new IllegalTransactionStateException(
                    wanted ? "DUET-307" : "DUET-302", "no such step now", null, participant.origin());
        }
    }

    @Override
    public void closed(Participant participant) {
        if (isActive()) {
            end(participant, false);
        }
    }

    @Override
    public void streamOpened() {
        // a stream has a connection of its own here
    }

    @Override
    public void streamClosed() {
        // see above
    }
}
