package org.duetdb.configure.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.duetdb.configure.PoolConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainFileTest {

    private static final String DOMAIN = """
            <domain>
              <resources>
                <jdbc-connection-pool name="H2Pool" max-pool-size="3"/>
                <jdbc-connection-pool name="duet-a-write" max-pool-size="7">
                  <property name="options" value="-c x=&quot;y&quot;"/>
                </jdbc-connection-pool>
                <jdbc-resource pool-name="duet-a-write" jndi-name="jdbc/b"/>
                <jdbc-resource pool-name="duet-a-write" jndi-name="jdbc/a"/>
                <jdbc-resource pool-name="H2Pool" jndi-name="jdbc/h2"/>
              </resources>
              <configs>
                <config name="other-config"><transaction-service automatic-recovery="true"/></config>
                <config name="server-config">
                  <amx-configuration enabled="true"/>
                  <transaction-service tx-log-dir="x"/>
                  <network-config><network-listeners>
                    <network-listener name="admin-listener" port="14848"/>
                  </network-listeners></network-config>
                </config>
              </configs>
            </domain>
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("domain.xml"), DOMAIN);
    }

    @Test
    void present_poolOfDuets_hasItsOptionsAndTheStandardOfTheRest() throws Exception {
        List<PoolConfiguration> present = DomainFile.read(file).present();
        assertThat(present).extracting(PoolConfiguration::name).containsExactly("server-config", "duet-a-write");
        assertThat(present.get(1).options())
                .containsEntry("max-pool-size", "7")
                .containsEntry("steady-pool-size", "8")
                .containsEntry("property.options", "-c x=\"y\"")
                .containsEntry("jndi-name", "jdbc/a jdbc/b");
    }

    @Test
    void present_listenerOfStatements_isOnlyADifferenceIfNobodyHasChosenIt() throws Exception {
        assertThat(listener()).isEqualTo("fish.payara.jdbc.SilentSqlTraceListener");
        Files.writeString(file, DOMAIN.replace("max-pool-size=\"7\"", "sql-trace-listeners=\"org.example.SqlAudit\""));
        assertThat(listener()).isEqualTo("null");
        Files.writeString(file, DOMAIN.replace("max-pool-size=\"7\"", "sql-trace-listeners=\"null\""));
        assertThat(listener()).isEqualTo("null");
    }

    private String listener() throws IOException {
        return DomainFile.read(file).present().get(1).options().get("sql-trace-listeners");
    }

    @Test
    void present_settingsOfTheServer_areThoseOfItsOwnConfig() throws Exception {
        assertThat(DomainFile.read(file).present().get(0).options())
                .containsEntry("amx-configuration.enabled", "true")
                .containsEntry("transaction-service.automatic-recovery", "not set");
    }

    @Test
    void transactionLog_anyPlace_isInTheDomainUnlessItIsSomewhereElse() throws Exception {
        assertThat(DomainFile.read(file).transactionLog(folder)).hasValue(folder.resolve("x"));
        assertThat(logAt("${com.sun.aas.instanceRoot}/logs")).hasValue(folder.resolve("logs"));
        assertThat(logAt("/var/log/tx")).hasValue(Path.of("/var/log/tx"));
        assertThat(logAt("${its.own}/tx")).isEmpty();
        Files.writeString(file, DOMAIN.replace(" tx-log-dir=\"x\"", ""));
        assertThat(DomainFile.read(file).transactionLog(folder)).hasValue(folder.resolve("logs"));
    }

    private Optional<Path> logAt(String place) throws IOException {
        Files.writeString(file, DOMAIN.replace("tx-log-dir=\"x\"", "tx-log-dir=\"" + place + "\""));
        return DomainFile.read(file).transactionLog(folder);
    }

    @Test
    void adminPort_listener_isItsPort() throws Exception {
        assertThat(DomainFile.read(file).adminPort()).isEqualTo("14848");
    }

    @Test
    void read_documentTypeOrNoXml_isASentence() throws IOException {
        Files.writeString(file, "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><domain>&e;</domain>");
        assertThatThrownBy(() -> DomainFile.read(file))
                .hasMessage("DUET-507 " + file + " is not a well-formed configuration of a server; restore it");
    }
}
