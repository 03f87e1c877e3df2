package org.duetdb.configure.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.duetdb.configure.Difference;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.TestConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.xa.PGXADataSource;

class LibertyPoolsTest {

    @TempDir
    Path folder;

    private static LibertyPools pools(Map<String, String> more) {
        return LibertyPools.of(TestConfiguration.of(more));
    }

    private static SortedMap<String, String> writer(Map<String, String> more) throws Exception {
        return pools(more).configurations().get(0).options();
    }

    private static SortedMap<String, String> reader(Map<String, String> more) {
        return pools(more).configurations().get(1).options();
    }

    private Path written(List<PoolConfiguration> pools) throws Exception {
        return Files.writeString(folder.resolve("duet.xml"), new DropinFile(pools).text());
    }

    /** The datasource as Liberty makes it of the options. */
    private static PGXADataSource driver(Map<String, String> options) throws Exception {
        PGXADataSource source = new PGXADataSource();
        source.setURL(options.get("properties.URL"));
        source.setUser(options.get("properties.user"));
        return source;
    }

    @Test
    void of_oneAlias_makesAPoolForEachRole() throws Exception {
        assertThat(pools(Map.of()).configurations())
                .extracting(PoolConfiguration::name)
                .containsExactly("duet-a-b-write", "duet-a-b-read");
        assertThat(writer(Map.of()))
                .containsEntry("jndiName", "jdbc/a-b/write")
                .containsEntry("type", "javax.sql.XADataSource");
    }

    @Test
    void of_password_standsAmongTheSecretsOnly() throws Exception {
        LibertyPools pools = pools(Map.of());
        assertThat(pools.secrets())
                .containsOnly(Map.entry("DUET_SECRET_A_B_WRITE", "hu:sh"), Map.entry("DUET_SECRET_A_B_READ", "hu:sh"));
        assertThat(new DropinFile(pools.configurations()).text())
                .doesNotContain("hu:sh")
                .doesNotContain("hu%3Ash")
                .contains("password=\"${env.DUET_SECRET_A_B_WRITE}\"");
        assertThat(pools).asString().doesNotContain("hu:sh");
    }

    @Test
    void of_readRole_isReadOnlyAndOutsideTransactions() throws Exception {
        SortedMap<String, String> reader =
                pools(Map.of()).configurations().get(1).options();
        assertThat(reader).containsEntry("transactional", "false");
        assertThat(driver(reader).getOptions()).isEqualTo("-c default_transaction_read_only=on");
        assertThat(writer(Map.of())).doesNotContainKey("transactional");
        assertThat(writer(Map.of()).get("properties.URL")).doesNotContain("read_only");
    }

    @Test
    void of_everyKeyOfThePool_arrives() throws Exception {
        SortedMap<String, String> options = writer(Map.of(
                "database.a-b.max-size", "7",
                "database.a-b.min-idle", "3",
                "database.a-b.connect-timeout", "PT1.5S",
                "database.a-b.idle-timeout", "PT5M",
                "database.a-b.max-lifetime", "PT20S",
                "database.a-b.test-before-acquire", "true",
                "database.a-b.keepalive", "PT60S",
                "database.a-b.leak-timeout", "PT1M",
                "database.a-b.statement-timeout", "PT7S"));
        assertThat(options)
                .containsEntry("connectionManager.maxPoolSize", "7")
                .containsEntry("connectionManager.minPoolSize", "3")
                .containsEntry("connectionManager.connectionTimeout", "2s")
                .containsEntry("connectionManager.maxIdleTime", "300s")
                .containsEntry("connectionManager.agedTimeout", "20s")
                .containsEntry("connectionManager.reapTime", "5s")
                .containsEntry("validationTimeout", "5s")
                .doesNotContainKey("properties.validationPeriod")
                .containsEntry("properties.leakTimeout", "60")
                .containsEntry("properties.alias", "a-b")
                .containsEntry("properties.siblings", "a-b");
        assertThat(driver(options).getTcpKeepAlive()).isTrue();
        assertThat(driver(options).getLoginTimeout()).isEqualTo(2);
        assertThat(driver(options).getOptions()).isEqualTo("-c statement_timeout=7000");
    }

    @Test
    void of_keysThatAreNotSet_areLeftToLiberty() throws Exception {
        assertThat(writer(Map.of()))
                .doesNotContainKeys(
                        "connectionManager.maxIdleTime", "connectionManager.agedTimeout", "connectionManager.reapTime")
                .containsEntry("connectionManager.purgePolicy", "EntirePool");
    }

    /** A session may be used first within a bean, and goes on after it, with a connection of its own. */
    @Test
    void of_connections_areNeitherSharedNorClosedByTheContainer() throws Exception {
        assertThat(writer(Map.of()))
                .containsEntry("connectionManager.enableSharingForDirectLookups", "false")
                .containsEntry("connectionManager.autoCloseConnections", "false");
    }

    @Test
    void of_testBeforeAcquireIsNotSet_asksTheServerOnceASecond() throws Exception {
        assertThat(writer(Map.of()))
                .containsEntry("validationTimeout", "5s")
                .containsEntry("properties.validationPeriod", "1000");
    }

    @Test
    void of_replicaThatSaysNothingBeyondItsLimit_isGivenUp() throws Exception {
        String limit = "database.a-b.statement-timeout";
        SortedMap<String, String> replica =
                reader(Map.of("database.a-b.read.url", "postgresql://app@r1/d", limit, "PT7S"));
        assertThat(driver(replica).getSocketTimeout()).isEqualTo(10);
        SortedMap<String, String> chosen =
                reader(Map.of("database.a-b.read.url", "postgresql://app@r1/d?socketTimeout=60", limit, "PT7S"));
        assertThat(driver(chosen).getSocketTimeout()).isEqualTo(60);
        assertThat(driver(reader(Map.of(limit, "PT7S"))).getSocketTimeout()).isZero();
    }

    @Test
    void of_replicas_areWatchedByTheDatasource() {
        assertThat(reader(Map.of("database.a-b.read.url", "postgresql://app@r1,r2/d")))
                .containsEntry("validationTimeout", "5s")
                .containsEntry("properties.replica", "true");
    }

    @Test
    void of_driverProperties_arriveUnderTheDriversOwnNames() throws Exception {
        Map<String, String> options = writer(Map.of(
                "database.a-b.url",
                "postgresql://app@h:1,[::1]:2/d%26?stringtype=unspecified&ApplicationName=a%2Bb%20%24%7Bc%7D"));
        PGXADataSource driver = driver(options);
        assertThat(driver.getServerNames()).containsExactly("h", "[::1]");
        assertThat(driver.getPortNumbers()).containsExactly(1, 2);
        assertThat(driver.getDatabaseName()).isEqualTo("d&");
        assertThat(driver.getApplicationName()).isEqualTo("a+b ${c}");
        assertThat(driver.getStringType()).isEqualTo("unspecified");
        assertThat(driver.getUser()).isEqualTo("app");
        assertThat(options.get("properties.URL")).doesNotContain("$");
    }

    @Test
    void of_keysThatLibertyCannotHonour_areOneErrorForAll() {
        assertThatThrownBy(() -> pools(Map.of("database.a-b.read.leak-timeout", "PT1M", "database.a-b.user", "${x}")))
                .hasMessageContainingAll(
                        "DUET-501 Open Liberty cannot report connections that are held outside of transactions [alias=a-b, role=read]; remove read.leak-timeout",
                        "DUET-501 Open Liberty cannot take a user with ${ in its name [alias=a-b, role=read]; remove user");
    }

    @Test
    void file_readAgain_hasThePoolsThatWereWritten() throws Exception {
        List<PoolConfiguration> pools = pools(
                        Map.of("database.a-b.user", "o'<\"&>", "database.a-b.test-before-acquire", "true"))
                .configurations();
        Path file = written(pools);
        assertThat(PresentPools.in(file)).isEqualTo(pools);
        assertThat(Files.readString(file)).contains("javax.sql.XADataSource=\"org.duetdb.xa.DuetXADataSource\"");
        assertThat(Difference.between(PresentPools.in(file), pools).isEmpty()).isTrue();
    }

    @Test
    void difference_ofWhatStandsThere_namesOptionsAsLibertyDoes() throws Exception {
        Path file =
                written(pools(Map.of("database.gone.url", "postgresql://h/d")).configurations());
        Difference difference = Difference.between(
                PresentPools.in(file),
                pools(Map.of("database.a-b.read.max-size", "4")).configurations());
        assertThat(difference.lines())
                .containsExactly(
                        "~ duet-a-b-write: properties.siblings is a-b,gone, shall be a-b",
                        "~ duet-a-b-read: connectionManager.maxPoolSize is 16, shall be 4",
                        "- duet-gone-write",
                        "- duet-gone-read");
    }

    @Test
    void presentPools_ofOthers_areLeftOut() throws Exception {
        Path file = Files.writeString(
                folder.resolve("server.xml"), "<server><dataSource id=\"other\" jndiName=\"jdbc/other\"/></server>");
        assertThat(PresentPools.in(file)).isEmpty();
        assertThat(PresentPools.in(folder.resolve("absent.xml"))).isEmpty();
    }

    @Test
    void presentPools_fileWithADoctype_isRefused() throws Exception {
        Path file = Files.writeString(
                folder.resolve("duet.xml"), "<!DOCTYPE server [<!ENTITY x SYSTEM \"file:///etc/hosts\">]><server/>");
        assertThatThrownBy(() -> PresentPools.in(file)).hasMessageStartingWith("DUET-530 ");
    }

    @Test
    void secret_thatLibertyWouldMisread_isEncoded() {
        assertThat(LibertySecret.of("@:/%?#&'\"\\")).isEqualTo("@:/%?#&'\"\\");
        assertThat(LibertySecret.of("${x}")).isEqualTo("{xor}eyQnIg==");
        assertThat(LibertySecret.of("{xor}")).startsWith("{xor}");
        assertThat(LibertySecret.of("é")).startsWith("{xor}");
        assertThat(LibertySecret.of(" ")).startsWith("{xor}");
    }
}
