package org.duetdb.example;

import java.util.UUID;
import org.duetdb.AsyncDbSession;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.model.Repository;

/** What an example of the documentation becomes. The parameters bear the names that all examples use. */
@FunctionalInterface
public interface RunnableExample {

    /**
     * Runs it, on fresh data.
     *
     * @param shop the main database
     * @param replica the same, in the read role
     * @param analytics another database
     * @param later the main database, on other threads
     * @param databases all of them
     * @param visits entities of the other database
     */
    void run(
            DbSession shop,
            DbSession replica,
            DbSession analytics,
            AsyncDbSession later,
            Databases databases,
            Repository<Visit, UUID> visits)
            throws Exception;
}
