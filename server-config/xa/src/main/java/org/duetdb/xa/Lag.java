package org.duetdb.xa;

import java.sql.SQLException;
import java.util.List;

/**
 * How far a standby is behind its primary, as far as it knows. What it has not received it knows of only by the time
 * that has passed: by the clocks of both.
 *
 * @param millis how old the last transaction is that it has replayed; 0 if it has replayed all that it has received
 * @param bytes how much of the log it has received and not replayed
 */
record Lag(long millis, long bytes) {

    /** One that is connected to nobody, and has not replayed anything yet, may be behind by any time. */
    private static final String QUERY = """
            SELECT CASE
                     WHEN NOT pg_is_in_recovery() THEN 0
                     WHEN connected AND received = replayed THEN 0
                     WHEN age IS NULL THEN CASE WHEN connected THEN 0 ELSE 9e15 END
                     ELSE greatest(age, 0)
                   END::bigint::text || ' ' || coalesce(pg_wal_lsn_diff(received, replayed), 0)::bigint
            FROM (SELECT pg_last_wal_receive_lsn() AS received,
                         pg_last_wal_replay_lsn() AS replayed,
                         extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000 AS age,
                         EXISTS (SELECT FROM pg_stat_wal_receiver) AS connected) AS standby""";

    /** Asks the server of a connection that is in no transaction. */
    static Lag of(Backend backend) throws SQLException {
        List<String> answer = List.of(backend.texts(QUERY).get(0).split(" "));
        return new Lag(Long.parseLong(answer.get(0)), Long.parseLong(answer.get(1)));
    }

    /**
     * How far is too far.
     *
     * @param millis the longest time; 0 if that does not matter
     * @param bytes the most of the log; 0 if that does not matter
     */
    record Limit(long millis, long bytes) {

        boolean isSet() {
            return millis > 0 || bytes > 0;
        }

        boolean isExceededBy(Lag lag) {
            return millis > 0 && lag.millis > millis || bytes > 0 && lag.bytes > bytes;
        }
    }

    @Override
    public String toString() {
        return millis + " ms and " + bytes + " bytes behind";
    }
}
