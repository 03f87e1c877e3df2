package org.duetdb.configure.payara;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PropertyCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootFileTest {

    @Test
    void present_whatLinesWrote_isTheSame(@TempDir Path folder) throws Exception {
        PoolConfiguration server =
                new PoolConfiguration("server-config", Map.of("transaction-service.tx-log-dir", "/a folder/tx"));
        List<PoolConfiguration> pools = PayaraPools.of(PropertyCatalog.of(Map.of(
                "database.a.url", "postgresql://app:hush@h:1,h2:2/d?options=-c%20x%3D%22it's%5C%5C%22&sslmode=require",
                "database.a.leak-timeout", "PT1M",
                "database.a.jndi-name", "jdbc/elsewhere")));
        Path file = Files.write(folder.resolve("preboot"), BootFile.lines(server, pools));
        assertThat(BootFile.present(file)).startsWith(server).hasSize(3).containsAll(pools);
    }

    @Test
    void present_noFile_isNothing(@TempDir Path folder) throws Exception {
        assertThat(BootFile.present(folder.resolve("preboot"))).isEmpty();
    }
}
