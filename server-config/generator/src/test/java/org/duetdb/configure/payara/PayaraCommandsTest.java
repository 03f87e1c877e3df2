package org.duetdb.configure.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.duetdb.configure.TestConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayaraCommandsTest {

    private static PayaraCommands commands(Map<String, String> more) {
        return PayaraCommands.of(TestConfiguration.of(more));
    }

    @Test
    void of_oneAlias_makesAPoolAndAResourceForEachRole() {
        assertThat(commands(Map.of()).beforeBoot())
                .hasSize(5)
                .anyMatch(line -> line.equals("create-jdbc-resource --connectionpoolid=duet-a-b-write jdbc/a-b/write"))
                .anyMatch(line -> line.equals("create-jdbc-resource --connectionpoolid=duet-a-b-read jdbc/a-b/read"));
    }

    @Test
    void of_password_standsAmongThePropertiesOnly() {
        PayaraCommands commands = commands(Map.of());
        assertThat(String.join("\n", commands.beforeBoot()))
                .doesNotContain("hu:sh")
                .doesNotContain("hu\\:sh")
                .contains("password=${MPCONFIG=duet.secret.a-b-write}");
        assertThat(commands.properties()).containsEntry("duet.secret.a-b-write", "hu:sh");
    }

    @Test
    void of_statements_areToldToNobody() {
        assertThat(commands(Map.of()).beforeBoot())
                .filteredOn(command -> command.startsWith("create-jdbc-connection-pool"))
                .hasSize(2)
                .allSatisfy(command -> assertThat(command).contains(" --sqltracelisteners=null "));
    }

    @Test
    void of_readRole_isReadOnlyAndOutsideTransactions() {
        assertThat(commands(Map.of()).beforeBoot().get(3))
                .contains("--nontransactionalconnections=true")
                .contains("options=-c default_transaction_read_only\\=on");
        assertThat(commands(Map.of()).beforeBoot().get(1))
                .doesNotContain("read_only")
                .doesNotContain("nontransactional");
    }

    @Test
    void of_replicas_areLookedAfterByTheDatasource() {
        List<String> pools = commands(Map.of(
                        "database.a-b.read.url", "postgresql://app:hu%3Ash@r1,r2/d",
                        "database.a-b.max-lag", "PT1.5S",
                        "database.a-b.max-lag-bytes", "1000000"))
                .beforeBoot();
        assertThat(pools.get(3)).contains(":maxLagBytes=1000000:maxLagMillis=1500:", ":replica=true:");
        assertThat(pools.get(1)).doesNotContain("replica", "maxLag", "targetServerType");
    }

    @Test
    void of_severalHostsOfTheWriteRole_bothRolesFollowThePrimary() {
        List<String> pools = commands(Map.of("database.a-b.url", "postgresql://app@h1,h2/d?connectTimeout=7"))
                .beforeBoot();
        assertThat(pools.get(1))
                .contains(":targetServerType=primary", ":hostRecheckSeconds=2:", "connectTimeout=7")
                .doesNotContain("connectTimeout=3");
        assertThat(pools.get(3)).contains(":targetServerType=primary").doesNotContain("replica=true");
    }

    @Test
    void of_everyKeyOfThePool_arrives() {
        String pool = commands(Map.of(
                        "database.a-b.max-size", "7",
                        "database.a-b.min-idle", "3",
                        "database.a-b.connect-timeout", "PT1.5S",
                        "database.a-b.idle-timeout", "PT4M",
                        "database.a-b.test-before-acquire", "true",
                        "database.a-b.keepalive", "PT60S",
                        "database.a-b.statement-timeout", "PT7S",
                        "database.a-b.max-lifetime", "PT1H",
                        "database.a-b.leak-timeout", "PT1M"))
                .beforeBoot()
                .get(1);
        assertThat(pool)
                .contains("--maxpoolsize=7 ")
                .contains("--steadypoolsize=3 ")
                .contains("--maxwait=1500 ")
                .contains("--idletimeout=240 ")
                // Payara's own, which is 0
                .doesNotContain("--validateatmostonceperiod")
                .contains("--leaktimeout=60 ")
                .contains(":tcpKeepAlive=true")
                .contains(":maxLifetime=3600:")
                .contains(":loginTimeout=2")
                .contains("-c statement_timeout\\=7000");
    }

    @Test
    void of_driverPropertiesOfTheUrl_arriveEscaped() {
        String pool = commands(
                        Map.of("database.a-b.url", "postgresql://app@h/d?sslmode=require&options=-c%20x%3D%22y%22"))
                .beforeBoot()
                .get(3);
        assertThat(pool)
                .contains(":sslmode=require")
                .contains("options=-c x\\=\\\"y\\\" -c default_transaction_read_only\\=on");
    }

    @Test
    void of_datasource_knowsWhatItIsForAndAmongWhich() {
        Map<String, String> more = Map.of("database.c.url", "postgresql://h/c", "duet.node", "n1");
        assertThat(commands(more).beforeBoot().get(1))
                .contains("--datasourceclassname=org.duetdb.xa.DuetXADataSource ")
                .contains(":alias=a-b:", ":role=write:", ":node=n1:", ":siblings=a-b,c\"");
        assertThat(commands(more).beforeBoot().get(3))
                .contains(":alias=a-b:", ":role=read", ":node=n1:")
                .doesNotContain("siblings");
    }

    @Test
    void of_valueThatPayaraCannotKeep_isAnError() {
        assertThatThrownBy(() -> commands(Map.of("database.a-b.url", "postgresql://h/d?ApplicationName=x%20")))
                .hasMessage("""
                        DUET-501 Payara cannot keep a blank around ApplicationName, or a backslash at its end [alias=a-b, role=write]; remove it
                        DUET-501 Payara cannot keep a blank around ApplicationName, or a backslash at its end [alias=a-b, role=read]; remove it""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a${b}c", "${java.version}", "a${b", "${}", "a\\$b", "a\\{b", "a\\}b"})
    void of_passwordThatPayaraWouldResolve_isAnErrorWithoutIt(String password) {
        assertThatThrownBy(() -> commands(Map.of("database.a-b.password", password)))
                .hasMessage("""
                        DUET-501 Payara cannot take a password with ${ in it, or a backslash before $, { or } [alias=a-b, role=write]; choose another password
                        DUET-501 Payara cannot take a password with ${ in it, or a backslash before $, { or } [alias=a-b, role=read]; choose another password""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a$b", "a$$b", "$ {b}", "a\\b", "a\\ $b", "a}b{c", "$", "\\", "#{x}"})
    void of_passwordThatLooksAlike_isTaken(String password) {
        assertThat(commands(Map.of("database.a-b.password", password)).properties())
                .containsEntry("duet.secret.a-b-write", password);
    }

    @Test
    void of_expressionElsewhere_isAnError() {
        assertThatThrownBy(() -> commands(Map.of("database.a-b.user", "${x}")))
                .hasMessageContaining("take a user with ${ in its name [alias=a-b, role=write]; choose another user");
        assertThatThrownBy(() -> commands(Map.of("database.a-b.url", "postgresql://a@h/d?options=-c%20x%3D$%7By%7D")))
                .hasMessageContaining("take ${ in options [alias=a-b, role=write]; remove it");
    }
}
