package org.duetdb.configure.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.duetdb.configure.Difference;
import org.duetdb.configure.PoolConfiguration;
import org.junit.jupiter.api.Test;

class WildFlyScriptTest {

    private static final Path DRIVER = Path.of("/drivers/a b.jar");
    private static final Path XA = Path.of("/drivers/duet-xa.jar");

    private static List<String> script(List<PoolConfiguration> present, List<PoolConfiguration> desired) {
        return WildFlyScript.of(Difference.between(present, desired), DRIVER, XA, "node-1")
                .lines();
    }

    private static PoolConfiguration xa(String name, String user) {
        return new PoolConfiguration(name, Map.of("user-name", user, "xa-datasource-properties.url", "u"));
    }

    @Test
    void of_noDifference_stillAddsWhatTheServerNeedsOnce() {
        assertThat(script(List.of(), List.of()))
                .startsWith("embed-server --server-config=standalone.xml")
                .endsWith("stop-embedded-server")
                .containsSequence(
                        "if (outcome != success) of /subsystem=datasources/jdbc-driver=duet-postgresql:read-resource")
                .containsSequence(
                        "if (outcome != success) of /subsystem=microprofile-health-smallrye:read-resource",
                        "/subsystem=microprofile-health-smallrye:add(security-enabled=false)",
                        "end-if")
                .contains("/subsystem=transactions:write-attribute(name=node-identifier,value=\"node-1\")")
                .noneMatch(line -> line.contains("data-source="));
    }

    /** What an administrator has set is kept. */
    @Test
    void of_recovery_isMadeFrequentUnlessItIsSet() {
        assertThat(script(List.of(), List.of()))
                .containsSequence(
                        "if (outcome != success) of"
                                + " /system-property=RecoveryEnvironmentBean.periodicRecoveryPeriod:read-resource",
                        "/system-property=RecoveryEnvironmentBean.periodicRecoveryPeriod:add(value=\"10\")",
                        "end-if")
                .contains("/system-property=RecoveryEnvironmentBean.recoveryBackoffPeriod:add(value=\"2\")")
                .contains(
                        "/system-property=JTAEnvironmentBean.orphanSafetyInterval:add(value=\"5000\")",
                        "/system-property=CoordinatorEnvironmentBean.dynamic1PC:add(value=\"true\")");
    }

    @Test
    void of_driverModule_thatExistsIsNoFailure() {
        List<String> lines = script(List.of(), List.of());
        int module = lines.indexOf("try") + 1;
        assertThat(lines.get(module))
                .startsWith("module add --name=org.postgresql --resources=\"/drivers/a b.jar\" ")
                .contains("java.sql");
        assertThat(lines.get(module + 1)).isEqualTo("catch");
        assertThat(lines)
                .anyMatch(line -> line.startsWith(
                        "module add --name=org.duetdb.xa --absolute-resources=\"/drivers/duet-xa.jar\" "));
    }

    @Test
    void of_newPool_isAddedInOneBatch() {
        assertThat(script(List.of(), List.of(xa("duet-a-write", "o\"\\brien"))))
                .containsSequence(
                        "batch",
                        "/subsystem=datasources/xa-data-source=\"duet-a-write\":add(user-name=\"o\\\"\\\\brien\")",
                        "/subsystem=datasources/xa-data-source=\"duet-a-write\"/xa-datasource-properties=\"url\""
                                + ":add(value=\"u\")",
                        "run-batch");
    }

    @Test
    void of_changedPool_isReplaced() {
        PoolConfiguration other = new PoolConfiguration("duet-a-write", Map.of("jta", "true"));
        assertThat(script(List.of(other), List.of(xa("duet-a-write", "b"))))
                .containsSequence(
                        "/subsystem=datasources/data-source=\"duet-a-write\":remove",
                        "batch",
                        "/subsystem=datasources/xa-data-source=\"duet-a-write\":add(user-name=\"b\")");
    }

    @Test
    void of_poolThatNobodyAsksFor_isRemoved() {
        assertThat(script(List.of(xa("duet-a-write", "a")), List.of()))
                .contains("/subsystem=datasources/xa-data-source=\"duet-a-write\":remove")
                .doesNotContain("batch");
    }

    @Test
    void of_nodeIdentifierTooLong_isAnErrorInBytes() {
        Difference none = Difference.between(List.of(), List.of());
        assertThatThrownBy(() -> WildFlyScript.of(none, DRIVER, XA, "ä".repeat(12)))
                .hasMessage("DUET-520 the node identifier has 24 bytes; give the server a name of 1 to 23 bytes");
        assertThatThrownBy(() -> WildFlyScript.of(none, DRIVER, XA, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
