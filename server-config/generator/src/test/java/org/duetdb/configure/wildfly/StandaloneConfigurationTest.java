package org.duetdb.configure.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.duetdb.configure.PoolConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneConfigurationTest {

    /** As WildFly writes it. */
    private static final String POOLS = """
            <server xmlns="urn:jboss:domain:20.0"><profile><subsystem xmlns="urn:jboss:domain:datasources:7.2">
              <datasources>
                <datasource jndi-name="java:jboss/datasources/ExampleDS" pool-name="ExampleDS" enabled="true">
                  <driver>h2</driver>
                </datasource>
                <datasource jta="false" jndi-name="java:/jdbc/a-b/read" pool-name="duet-a-b-read"%s>
                  <connection-url>jdbc:postgresql://h:1/d</connection-url>
                  <connection-property name="options">
                      -c x=1
                  </connection-property>
                  <driver>postgresql</driver>
                  <pool>
                    <max-pool-size>16</max-pool-size>
                    <prefill>false</prefill>
                    <use-strict-min>false</use-strict-min>
                  </pool>
                  <security user-name="app" password="${env.DUET_SECRET_A_B_READ}"/>
                  <validation>
                    <valid-connection-checker class-name="org.example.Checker"/>
                    <validate-on-match>false</validate-on-match>
                  </validation>
                  <timeout>
                    <blocking-timeout-millis>30000</blocking-timeout-millis>
                  </timeout>
                </datasource>
                <xa-datasource jndi-name="java:/jdbc/a-b/write" pool-name="duet-a-b-write" statistics-enabled="true">
                  <xa-datasource-property name="url">u</xa-datasource-property>
                </xa-datasource>
              </datasources>
            </subsystem></profile></server>
            """;

    @TempDir
    Path folder;

    private List<PoolConfiguration> pools(String xml) throws IOException {
        return StandaloneConfiguration.pools(Files.writeString(folder.resolve("standalone.xml"), xml));
    }

    @Test
    void pools_ofDuet_haveTheNamesOfTheManagementModel() throws IOException {
        assertThat(pools(POOLS.formatted("")))
                .containsExactlyInAnyOrder(
                        new PoolConfiguration(
                                "duet-a-b-write",
                                Map.of(
                                        "jndi-name", "java:/jdbc/a-b/write",
                                        "statistics-enabled", "true",
                                        "xa-datasource-properties.url", "u")),
                        new PoolConfiguration(
                                "duet-a-b-read",
                                Map.ofEntries(
                                        Map.entry("jndi-name", "java:/jdbc/a-b/read"),
                                        Map.entry("jta", "false"),
                                        Map.entry("connection-url", "jdbc:postgresql://h:1/d"),
                                        Map.entry("connection-properties.options", "-c x=1"),
                                        Map.entry("driver-name", "postgresql"),
                                        Map.entry("max-pool-size", "16"),
                                        Map.entry("pool-prefill", "false"),
                                        Map.entry("pool-use-strict-min", "false"),
                                        Map.entry("user-name", "app"),
                                        Map.entry("password", "${env.DUET_SECRET_A_B_READ}"),
                                        Map.entry("valid-connection-checker-class-name", "org.example.Checker"),
                                        Map.entry("validate-on-match", "false"),
                                        Map.entry("blocking-timeout-wait-millis", "30000"))));
    }

    @Test
    void pools_thatSomebodySwitchedOff_differ() throws IOException {
        assertThat(pools(POOLS.formatted(" enabled=\"false\"")))
                .anyMatch(pool -> "false".equals(pool.options().get("enabled")));
        assertThat(pools(POOLS.formatted(" enabled=\"true\"")))
                .noneMatch(pool -> pool.options().containsKey("enabled"));
    }

    @Test
    void pools_documentType_isRefused() {
        assertThatThrownBy(() ->
                        pools("<!DOCTYPE server [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><server>&x;</server>"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("DUET-521 the configuration of WildFly cannot be read");
    }
}
