package org.duetdb.preflight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.datasource.Inquiry;
import org.duetdb.datasource.Inquiry.Asked;
import org.duetdb.datasource.Inquiry.Reply;

/** Examines all databases at the same time. For use by any thread. */
public final class DatabaseSurvey {

    private final List<ContainerDataSource> sources;
    private final List<Inquiry<SessionFacts>> inquiries;

    /** Creates one of these databases; nothing is asked yet. */
    public DatabaseSurvey(List<ContainerDataSource> sources) {
        this.sources = sources;
        this.inquiries = sources.stream()
                .map(source -> new Inquiry<SessionFacts>(
                        source.binding().origin(), deadline -> new Examination(source, deadline)))
                .toList();
    }

    /** Takes one connection of each, and returns when the deadline has passed, whatever hangs. */
    Preflight take(ExecutorService threads, Duration deadline) {
        long start = System.nanoTime();
        List<Asked<SessionFacts>> asked = inquiries.stream()
                .map(inquiry -> inquiry.start(threads, deadline))
                .toList();
        List<Examined> all = new ArrayList<>(sources.size());
        for (int i = 0; i < asked.size(); i++) {
            Reply<SessionFacts> reply = inquiries.get(i).await(asked.get(i), start, deadline);
            all.add(new Examined(sources.get(i).binding(), reply.answer(), reply.problem()));
        }
        return Preflight.of(all);
    }
}
