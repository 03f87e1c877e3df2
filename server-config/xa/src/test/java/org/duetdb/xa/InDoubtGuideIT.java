package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duetdb.embedded.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The queries of the page for operators, on what a crash has left. */
class InDoubtGuideIT {

    @RegisterExtension
    static final TestClusters CLUSTERS = new TestClusters();

    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private final TestXid here = TestXid.next();

    private static String query(int number) throws Exception {
        Matcher queries = QUERY.matcher(Files.readString(Path.of("../../docs/in-doubt.md")));
        for (int found = 0; found < number; found++) {
            assertThat(queries.find()).isTrue();
        }
        return queries.group(1);
    }

    private static List<String> branches(Cluster cluster, String column) throws Exception {
        return CLUSTERS.ask(
                cluster, "SELECT " + column + " FROM (" + query(1).strip().replaceFirst(";$", "") + ") b");
    }

    private static List<String> committed(Cluster cluster, String record) throws Exception {
        return CLUSTERS.ask(cluster, query(2).replace(":'record'", "'" + record + "'"));
    }

    @Test
    void queries_siblingHasCommitted_sayWhoseItIsAndThatItHas() throws Exception {
        TestServer.crash(CLUSTERS.primary(), CLUSTERS.analytics(), here, true);
        assertThat(branches(CLUSTERS.primary(), "node")).containsExactly("node");
        assertThat(branches(CLUSTERS.primary(), "gid")).isEqualTo(CLUSTERS.prepared(CLUSTERS.primary()));
        assertThat(branches(CLUSTERS.analytics(), "gid")).isEmpty();
        String record = branches(CLUSTERS.primary(), "record").get(0);
        assertThat(committed(CLUSTERS.analytics(), record)).containsExactly("t");
    }

    @Test
    void queries_nothingHasCommitted_saySo() throws Exception {
        TestServer.crash(CLUSTERS.primary(), CLUSTERS.analytics(), here, false);
        String record = branches(CLUSTERS.primary(), "record").get(0);
        assertThat(branches(CLUSTERS.analytics(), "record")).containsExactly(record);
        assertThat(committed(CLUSTERS.analytics(), record)).containsExactly("f");
    }
}
