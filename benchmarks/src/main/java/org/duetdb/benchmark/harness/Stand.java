package org.duetdb.benchmark.harness;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.duetdb.benchmark.library.Library;
import org.duetdb.benchmark.library.Workload;
import org.duetdb.benchmark.library.Workloads;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One library at work on one workload, when it has its turn. */
@State(Scope.Benchmark)
public class Stand {

    /** What is done. */
    @Param
    public Workload workload;

    /** Who does it. */
    @Param
    public Library library;

    private HikariDataSource pool;
    private Workloads workloads;
    private Turns turns;
    private long number;

    /** Opens everything, and keeps it open over all turns. */
    @Setup(Level.Trial)
    public void open() {
        Stage stage = Stage.current();
        pool = ConnectionPool.open(stage.url(), stage.user(), stage.password(), workload);
        workloads = library.open(pool);
        turns = new Turns(stage.gatePort());
    }

    /** Waits for the turn. */
    @Setup(Level.Iteration)
    public void begin() throws SQLException {
        turns.await();
        if (workload.isInsert()) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("TRUNCATE payments");
            }
        }
    }

    /** Does the workload once. */
    Object run() {
        return workload.run(workloads, number++);
    }

    /** Ends the turn. */
    @TearDown(Level.Iteration)
    public void end() {
        turns.end();
    }

    /** Closes everything. */
    @TearDown(Level.Trial)
    public void close() {
        turns.close();
        workloads.close();
        pool.close();
    }
}
