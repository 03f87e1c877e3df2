package org.duetdb.benchmark.library;

import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/** The libraries that are compared, in the order of the tables. */
public enum Library {

    /** What all others are measured against. */
    RAW("raw JDBC", RawJdbc::new),

    /** The same once more: its distance from the first is the noise. */
    RAW_AGAIN("raw again", RawJdbc::new),

    /** This library. */
    DUET("Duet", DuetSession::new),

    /** Jdbi 3. */
    JDBI("Jdbi", JdbiHandles::new, Workload.BULK),

    /** Spring's {@code JdbcClient}. */
    SPRING("Spring JdbcClient", SpringJdbc::new, Workload.BULK),

    /** jOOQ with plain SQL. */
    JOOQ("jOOQ", JooqContext::new, Workload.BULK),

    /** Hibernate's native queries. */
    HIBERNATE("Hibernate native", HibernateQueries::new, Workload.BULK);

    private final String label;
    private final Function<DataSource, Workloads> opening;
    private final Set<Workload> leftOut;

    Library(String label, Function<DataSource, Workloads> opening, Workload... leftOut) {
        this.label = label;
        this.opening = opening;
        this.leftOut = Set.of(leftOut);
    }

    /** Returns its name in tables. */
    public String label() {
        return label;
    }

    /** Returns whether it is a library that Duet is compared with. */
    public boolean isPeer() {
        return ordinal() > DUET.ordinal();
    }

    /** Returns whether it takes part in a workload. */
    public boolean offers(Workload workload) {
        return !leftOut.contains(workload);
    }

    /** Returns it at work on the connections of a pool. */
    public Workloads open(DataSource pool) {
        return opening.apply(pool);
    }
}
