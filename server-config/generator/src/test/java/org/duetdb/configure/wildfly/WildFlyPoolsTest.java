package org.duetdb.configure.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.TestConfiguration;
import org.junit.jupiter.api.Test;

class WildFlyPoolsTest {

    private static WildFlyPools pools(Map<String, String> more) {
        return WildFlyPools.of(TestConfiguration.of(more));
    }

    private static Map<String, String> write(Map<String, String> more) throws Exception {
        return pool("duet-a-b-write", more);
    }

    private static Map<String, String> read(Map<String, String> more) throws Exception {
        return pool("duet-a-b-read", more);
    }

    private static Map<String, String> pool(String name, Map<String, String> more) throws Exception {
        return pools(more).configurations().stream()
                .filter(pool -> pool.name().equals(name))
                .map(PoolConfiguration::options)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void of_oneAlias_makesAPoolForEachRole() throws Exception {
        assertThat(pools(Map.of()).configurations())
                .extracting(PoolConfiguration::name)
                .containsExactlyInAnyOrder("duet-a-b-write", "duet-a-b-read");
        assertThat(write(Map.of())).containsEntry("jndi-name", "java:/jdbc/a-b/write");
        assertThat(read(Map.of())).containsEntry("jndi-name", "java:/jdbc/a-b/read");
        assertThat(write(Map.of("database.a-b.jndi-name", "java:jboss/datasources/ab")))
                .containsEntry("jndi-name", "java:jboss/datasources/ab");
    }

    @Test
    void of_writeRole_takesPartInTransactions() throws Exception {
        assertThat(write(Map.of()))
                .doesNotContainKeys("jta", "connection-url", "xa-datasource-properties.options")
                .containsEntry("xa-datasource-properties.url", "jdbc:postgresql://h:1/d")
                .containsEntry("xa-datasource-properties.ApplicationName", "Duet a-b/write")
                .containsEntry("driver-name", "duet-postgresql")
                .containsEntry("xa-datasource-properties.siblings", "a-b");
    }

    @Test
    void of_readRole_isReadOnlyAndOutsideTransactions() throws Exception {
        assertThat(read(Map.of()))
                .containsEntry("jta", "false")
                .containsEntry("driver-name", "duet-postgresql")
                .containsEntry("datasource-class", "org.duetdb.xa.DuetDataSource")
                .containsEntry("connection-properties.url", "jdbc:postgresql://h:1/d")
                .containsEntry("connection-properties.role", "read")
                .containsEntry("connection-properties.options", "-c default_transaction_read_only=on");
    }

    @Test
    void of_password_standsAmongTheSecretsOnly() throws Exception {
        WildFlyPools pools = pools(Map.of());
        assertThat(pools.configurations().toString()).doesNotContain("hu:sh");
        assertThat(pools.toString()).doesNotContain("hu:sh");
        assertThat(write(Map.of())).containsEntry("password", "${env.DUET_SECRET_A_B_WRITE}");
        assertThat(pools.secrets())
                .isEqualTo(Map.of("DUET_SECRET_A_B_WRITE", "hu:sh", "DUET_SECRET_A_B_READ", "hu:sh"));
    }

    @Test
    void of_passwordThatLooksLikeAnExpression_isNotResolvedAgain() throws Exception {
        assertThat(pools(Map.of("database.a-b.password", "a$b${x}")).secrets())
                .containsEntry("DUET_SECRET_A_B_WRITE", "a$$b$${x}");
        assertThat(pools(Map.of("database.a-b.password", "a$$b${")).secrets())
                .containsEntry("DUET_SECRET_A_B_WRITE", "a$$b${");
    }

    @Test
    void of_noKey_setsWhatDuetPromises() throws Exception {
        assertThat(write(Map.of()))
                .containsEntry("max-pool-size", "16")
                .containsEntry("min-pool-size", "0")
                .containsEntry("pool-prefill", "false")
                .containsEntry("blocking-timeout-wait-millis", "30000")
                .containsEntry("validate-on-match", "true")
                .containsEntry("xa-datasource-properties.validationPeriod", "1000")
                .containsEntry("statistics-enabled", "true")
                .doesNotContainKeys("idle-timeout-minutes", "xa-datasource-properties.tcpKeepAlive");
    }

    @Test
    void of_everyKeyOfThePool_arrives() throws Exception {
        assertThat(write(Map.of(
                        "database.a-b.max-size", "7",
                        "database.a-b.min-idle", "3",
                        "database.a-b.connect-timeout", "PT1.5S",
                        "database.a-b.idle-timeout", "PT61S",
                        "database.a-b.test-before-acquire", "true",
                        "database.a-b.keepalive", "PT60S",
                        "database.a-b.leak-timeout", "PT1M",
                        "database.a-b.max-lifetime", "PT1H",
                        "database.a-b.statement-timeout", "PT7S")))
                .containsEntry("max-pool-size", "7")
                .containsEntry("min-pool-size", "3")
                .containsEntry("pool-prefill", "true")
                .containsEntry("pool-use-strict-min", "true")
                .containsEntry("blocking-timeout-wait-millis", "1500")
                .containsEntry("idle-timeout-minutes", "2")
                .containsEntry("validate-on-match", "true")
                .containsEntry("xa-datasource-properties.tcpKeepAlive", "true")
                .containsEntry("xa-datasource-properties.leakTimeout", "60")
                .containsEntry("xa-datasource-properties.maxLifetime", "3600")
                .containsEntry("xa-datasource-properties.loginTimeout", "2")
                .containsEntry("xa-datasource-properties.options", "-c statement_timeout=7000")
                .doesNotContainKey("xa-datasource-properties.validationPeriod");
    }

    @Test
    void of_driverPropertiesOfTheUrl_arrive() throws Exception {
        Map<String, String> url =
                Map.of("database.a-b.url", "postgresql://app@h/d?sslmode=require&options=-c%20x%3D$%7By%7D");
        assertThat(write(url))
                .containsEntry("xa-datasource-properties.sslmode", "require")
                .containsEntry("xa-datasource-properties.options", "-c x=$${y}");
        assertThat(read(url)).containsEntry("connection-properties.sslmode", "require");
    }

    @Test
    void of_severalReplicas_areLookedAfterByTheDatasource() throws Exception {
        assertThat(read(Map.of(
                        "database.a-b.read.url", "postgresql://app@r1,r2/d?connectTimeout=9",
                        "database.a-b.max-lag", "PT5S",
                        "database.a-b.max-lag-bytes", "1000")))
                .containsEntry("connection-properties.url", "jdbc:postgresql://r1:5432,r2:5432/d")
                .containsEntry("connection-properties.replica", "true")
                .containsEntry("connection-properties.maxLagMillis", "5000")
                .containsEntry("connection-properties.maxLagBytes", "1000")
                .containsEntry("connection-properties.connectTimeout", "9")
                .doesNotContainKey("connection-properties.targetServerType");
    }

    @Test
    void of_keysThatWildFlyCannotHonour_areErrorsAllAtOnce() {
        assertThatThrownBy(() -> pools(Map.of(
                        "database.a-b.read.leak-timeout", "PT1M",
                        "database.c.url", "postgresql://app@h/c",
                        "database.c.read.leak-timeout", "PT1M")))
                .hasMessageContainingAll(
                        "DUET-501 WildFly cannot report connections that are held outside of transactions [alias=a-b,"
                                + " role=read]; remove read.leak-timeout",
                        "[alias=c, role=read]");
    }
}
