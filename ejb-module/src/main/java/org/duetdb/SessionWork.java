package org.duetdb;

/**
 * Work with a session and a result, for {@link AsyncDbSession}.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface SessionWork<T> {

    /**
     * Does the work; throwing rolls it back.
     *
     * <pre>{@code
     * SessionWork<Long> count = session -> session.queryOne(Long.class, "SELECT count(*) FROM users");
     * CompletionStage<Long> users = later.call(count);
     * }</pre>
     *
     * @param session the session of the unit of work, for its thread only
     */
    T run(DbSession session) throws Exception;
}
