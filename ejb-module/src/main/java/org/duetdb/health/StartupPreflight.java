package org.duetdb.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.preflight.DatabaseSurvey;
import org.duetdb.preflight.Preflight;
import org.duetdb.preflight.RepeatedSurvey;

/** Examines the databases when the application starts, and again only as long as that has not gone well. */
@ApplicationScoped
public class StartupPreflight {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final RepeatedSurvey survey;
    private final Duration deadline;

    @Resource
    private ManagedExecutorService threads;

    /** For the client proxy. */
    protected StartupPreflight() {
        this(List.of(), Duration.ZERO);
    }

    private StartupPreflight(List<ContainerDataSource> sources, Duration deadline) {
        this.survey = new RepeatedSurvey(new DatabaseSurvey(sources), PAUSE);
        this.deadline = deadline;
    }

    /** Creates one for all databases of the catalog. */
    @Inject
    protected StartupPreflight(ContainerDataSources sources) {
        this(sources.all(), sources.catalog().health().timeout());
    }

    /** Returns the latest result; empty while another thread is about to have the first. */
    Optional<Preflight> current() {
        return survey.current(threads, deadline);
    }

    /** Examines all databases now, and returns within the deadline. */
    Preflight take(Duration deadline) {
        return survey.take(threads, deadline);
    }
}
