package org.duetdb.configure.payara;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.configure.Difference;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PropertyCatalog;
import org.junit.jupiter.api.Test;

class AsadminScriptTest {

    private static final Map<String, String> BASE = Map.of("database.a.url", "postgresql://app:hush@h:1/d");
    private static final String WRITE = "resources.jdbc-connection-pool.duet-a-write.";

    private static List<PoolConfiguration> pools(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(BASE);
        properties.putAll(more);
        return PayaraPools.of(PropertyCatalog.of(properties));
    }

    private static List<String> script(List<PoolConfiguration> present, List<PoolConfiguration> desired) {
        return AsadminScript.of(Difference.between(present, desired)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static List<String> change(Map<String, String> before, Map<String, String> after) {
        return script(pools(before), pools(after));
    }

    @Test
    void of_noDifference_doesNothing() {
        assertThat(change(Map.of(), Map.of())).isEmpty();
    }

    @Test
    void of_largerPool_raisesTheMaximumFirst() {
        assertThat(change(Map.of(), Map.of("database.a.max-size", "40", "database.a.min-idle", "20")))
                .containsSubsequence(
                        "set \"" + WRITE + "max-pool-size=40\"", "set \"" + WRITE + "steady-pool-size=20\"");
    }

    @Test
    void of_smallerPool_lowersTheMinimumFirst() {
        assertThat(change(Map.of("database.a.max-size", "40", "database.a.min-idle", "20"), Map.of()))
                .containsSubsequence(
                        "set \"" + WRITE + "steady-pool-size=0\"", "set \"" + WRITE + "max-pool-size=16\"");
    }

    @Test
    void of_keyTakenAway_setsTheStandardAgain() {
        assertThat(change(Map.of("database.a.idle-timeout", "PT1M", "database.a.keepalive", "PT1M"), Map.of()))
                .contains("set \"" + WRITE + "idle-timeout-in-seconds=300\"")
                .contains("set \"" + WRITE + "property.tcpKeepAlive=\"");
    }

    @Test
    void of_namesThatChangePlaces_areGivenBackBeforeTheyAreTaken() {
        assertThat(change(
                        Map.of(), Map.of("database.a.jndi-name", "jdbc/a/read", "database.a.read.jndi-name", "jdbc/x")))
                .containsExactly(
                        "delete-jdbc-resource jdbc/a/write",
                        "delete-jdbc-resource jdbc/a/read",
                        "create-jdbc-resource --connectionpoolid=duet-a-write jdbc/a/read",
                        "create-jdbc-resource --connectionpoolid=duet-a-read jdbc/x");
    }

    @Test
    void of_aliasTakenAway_deletesItsPoolsWithTheirResources() {
        assertThat(change(Map.of("database.b.url", "postgresql://h/d"), Map.of()))
                .containsExactly(
                        "delete-jdbc-connection-pool --cascade=true duet-b-write",
                        "delete-jdbc-connection-pool --cascade=true duet-b-read",
                        // the others do not ask it any more what has become of a transaction
                        "set \"" + WRITE + "property.siblings=a\"");
    }

    @Test
    void of_anotherDataSourceClass_makesThePoolAnew() {
        List<PoolConfiguration> desired = pools(Map.of()).subList(0, 1);
        Map<String, String> options = new HashMap<>(desired.get(0).options());
        options.put("datasource-classname", "org.postgresql.ds.PGSimpleDataSource");
        List<String> script = script(List.of(new PoolConfiguration("duet-a-write", options)), desired);
        assertThat(script).hasSize(3);
        assertThat(script.get(0)).isEqualTo("delete-jdbc-connection-pool --cascade=true duet-a-write");
        assertThat(script.get(1)).startsWith("create-jdbc-connection-pool ").contains("DuetXADataSource");
    }

    @Test
    void of_serverThatLacksRecovery_setsThatOnly() {
        PoolConfiguration present = ServerSetting.with(setting -> setting == ServerSetting.RECOVERY
                ? "false"
                : ServerSetting.desired().options().get(setting.option()));
        assertThat(script(List.of(present), List.of(ServerSetting.desired())))
                .containsExactly("set configs.config.server-config.transaction-service.automatic-recovery=true");
    }
}
