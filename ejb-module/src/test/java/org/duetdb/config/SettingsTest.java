package org.duetdb.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.duetdb.Role;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static Config config(Map<String, String> properties, Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(
                        new PropertiesConfigSource(properties, "properties", 100),
                        new EnvConfigSource(environment, 300))
                .build();
    }

    private static Settings properties(Map<String, String> properties) {
        return Settings.read(config(properties, Map.of()), Set.of());
    }

    private static Settings environment(Map<String, String> variables, String... asked) {
        return Settings.read(config(Map.of(), variables), Set.of(asked));
    }

    private static DatabaseSettings of(Settings settings, String alias, Role role) {
        return settings.databases().stream()
                .filter(one -> one.alias().equals(alias) && one.role() == role)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void read_databaseUrlAlone_configuresTheDefaultAlias() {
        Settings settings = environment(Map.of("DATABASE_URL", "postgresql://u:p@h/d"));
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.aliases()).containsExactly("default");
        assertThat(of(settings, "default", Role.WRITE).jndiName()).isEqualTo("jdbc/default/write");
    }

    @Test
    void read_databaseReadUrl_isTheReplicaOfTheDefaultAlias() {
        Settings settings = environment(
                Map.of("DATABASE_URL", "postgresql://u:p@h/d", "DATABASE_READ_URL", "postgresql://u:p@replica/d"));
        assertThat(settings.aliases()).containsExactly("default");
        assertThat(of(settings, "default", Role.WRITE).address().hostList()).isEqualTo("h:5432");
        assertThat(of(settings, "default", Role.READ).address().hostList()).isEqualTo("replica:5432");
    }

    @Test
    void read_readHostBesideDatabaseUrl_takesTheRestFromIt() {
        Settings settings = environment(
                Map.of("DATABASE_URL", "postgresql://u:p@h:6000/d", "DATABASE_DEFAULT_READ_HOST", "replica"));
        DatabaseSettings read = of(settings, "default", Role.READ);
        assertThat(read.address().jdbcUrl()).isEqualTo("jdbc:postgresql://replica:6000/d");
        assertThat(read.user()).isEqualTo("u");
    }

    @Test
    void read_noKeyButTheUrl_givesTheDefaults() {
        PoolSettings pool = of(properties(Map.of("database.a.url", "postgresql://h/d")), "a", Role.WRITE)
                .pool();
        assertThat(pool)
                .isEqualTo(new PoolSettings(16, 0, Duration.ofSeconds(30), null, null, false, null, null, null));
    }

    @Test
    void read_readRole_fallsBackKeyByKey() {
        Settings settings = properties(Map.of(
                "database.a.url", "postgresql://u:p@primary/d",
                "database.a.max-size", "7",
                "database.a.min-idle", "2",
                "database.a.read.url", "postgresql://u:p@replica/d",
                "database.a.read.max-size", "9"));
        DatabaseSettings read = of(settings, "a", Role.READ);
        assertThat(read.address().hostList()).isEqualTo("replica:5432");
        assertThat(read.pool().maxSize()).isEqualTo(9);
        assertThat(read.pool().minIdle()).isEqualTo(2);
        assertThat(read.jndiName()).isEqualTo("jdbc/a/read");
    }

    @Test
    void read_readHostOnly_takesTheRestFromTheUrlOfTheWriteRole() {
        Settings settings = properties(Map.of(
                "database.a.url",
                "postgresql://u:p@primary:5433/d?sslmode=require",
                "database.a.read.host",
                "replica"));
        DatabaseSettings read = of(settings, "a", Role.READ);
        assertThat(read.address().hostList()).isEqualTo("replica:5433");
        assertThat(read.address().database()).isEqualTo("d");
        assertThat(read.address().properties()).containsEntry("sslmode", "require");
        assertThat(read.user()).isEqualTo("u");
        assertThat(read.password()).isEqualTo(new Secret("p"));
    }

    @Test
    void read_noReplica_readsFromThePrimary() {
        Settings settings = properties(Map.of("database.a.url", "postgresql://u:p@primary/d"));
        assertThat(of(settings, "a", Role.READ).address())
                .isEqualTo(of(settings, "a", Role.WRITE).address());
    }

    @Test
    void read_parts_makeAnAddress() {
        Settings settings = properties(Map.of(
                "database.a.host", "h",
                "database.a.port", "6000",
                "database.a.name", "d",
                "database.a.user", "u",
                "database.a.password", "@:/%?#"));
        DatabaseSettings write = of(settings, "a", Role.WRITE);
        assertThat(write.address().jdbcUrl()).isEqualTo("jdbc:postgresql://h:6000/d");
        assertThat(write.password().reveal()).isEqualTo("@:/%?#");
        assertThat(write.credentialsKey()).isEqualTo("database.a.password");
    }

    @Test
    void read_environmentVariables_nameAliasesAndRoles() {
        Settings settings = environment(Map.of(
                "DATABASE_DEFAULT_URL", "postgresql://h/d",
                "DATABASE_DEFAULT_READ_URL", "postgresql://r/d",
                "DATABASE_DEFAULT_MAX_SIZE", "3",
                "DATABASE_ORDER_LOG_URL", "postgresql://h/l"));
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.aliases()).containsExactlyInAnyOrder("default", "order-log");
        assertThat(of(settings, "default", Role.READ).address().hostList()).isEqualTo("r:5432");
        assertThat(of(settings, "default", Role.WRITE).pool().maxSize()).isEqualTo(3);
    }

    @Test
    void read_environmentVariableOfAnAliasThatIsAskedFor_takesItsSpelling() {
        Settings settings = environment(Map.of("DATABASE_ORDER_LOG_URL", "postgresql://h/l"), "order_Log");
        assertThat(settings.aliases()).containsExactly("order_Log");
    }

    @Test
    void read_everythingWrong_isReportedTogetherWithoutPasswords() {
        Settings settings = properties(Map.of(
                "database.aliases", "a, b, gone, 7up",
                "database.a.url", "postgresql://u:secret@h:x/d",
                "database.b.url", "postgresql://u:secret@h/d",
                "database.b.max-size", "many",
                "database.b.connect-timeout", "30",
                "database.b.test-before-acquire", "maybe",
                "duet.health.timeout", "soon",
                "duet.health.in-doubt-after", "-PT1S"));
        assertThat(settings.problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "DUET-001", "DUET-003", "DUET-003", "DUET-003", "DUET-002", "DUET-004", "DUET-003", "DUET-003");
        assertThat(settings.problems())
                .extracting(Problem::sentence)
                .noneMatch(sentence -> sentence.contains("secret"))
                .anyMatch(sentence -> sentence.contains("database.a.url"))
                .anyMatch(sentence -> sentence.contains("database.b.max-size"))
                .anyMatch(sentence -> sentence.contains("duet.health.in-doubt-after"));
    }

    @Test
    void read_nothingOfHealth_isItsDefaults() {
        assertThat(properties(Map.of()).health())
                .isEqualTo(new HealthSettings(Duration.ofSeconds(2), Duration.ofMinutes(1)));
    }

    @Test
    void read_health_isAsConfigured() {
        assertThat(properties(Map.of("duet.health.timeout", "PT5S", "duet.health.in-doubt-after", "PT10M"))
                        .health())
                .isEqualTo(new HealthSettings(Duration.ofSeconds(5), Duration.ofMinutes(10)));
    }

    @Test
    void read_consistency_isOfEachAliasAndOfOneRequestByDefault() {
        Settings settings = properties(Map.of(
                "database.a.url", "postgresql://h/d",
                "database.b.url", "postgresql://h/d",
                "database.b.consistency", "session",
                "database.b.consistency-wait", "PT0.5S",
                "database.c.url", "postgresql://h/d",
                "database.c.consistency", "OFF",
                "duet.consistency.key", "0123456789abcdef"));
        assertThat(settings.problems()).isEmpty();
        assertThat(of(settings, "a", Role.READ).replica().consistency()).isEqualTo(Consistency.REQUEST);
        assertThat(of(settings, "b", Role.READ).replica().consistency()).isEqualTo(Consistency.SESSION);
        assertThat(of(settings, "b", Role.READ).replica().consistencyWait()).isEqualTo(Duration.ofMillis(500));
        assertThat(of(settings, "c", Role.READ).replica().consistency()).isEqualTo(Consistency.OFF);
        assertThat(settings.consistencyKey()).isEqualTo(new Secret("0123456789abcdef"));
    }

    @Test
    void read_maxLag_isOfTheReplicasAndNoLimitByDefault() {
        Settings settings = properties(Map.of(
                "database.a.url", "postgresql://h/d",
                "database.b.url", "postgresql://h/d",
                "database.b.read.max-lag", "PT5S",
                "database.b.max-lag-bytes", "1000000"));
        assertThat(of(settings, "a", Role.READ).replica().maxLag()).isNull();
        assertThat(of(settings, "a", Role.READ).replica().maxLagBytes()).isZero();
        assertThat(of(settings, "b", Role.READ).replica().maxLag()).isEqualTo(Duration.ofSeconds(5));
        assertThat(of(settings, "b", Role.READ).replica().maxLagBytes()).isEqualTo(1_000_000);
    }

    @Test
    void read_consistencyUnknownOrWithoutAKey_isAProblemThatNamesTheKey() {
        assertThat(properties(Map.of("database.a.url", "postgresql://h/d", "database.a.consistency", "always"))
                        .problems())
                .singleElement()
                .asString()
                .isEqualTo("DUET-003 the value of database.a.consistency is not off or request or session"
                        + " [alias=a, role=write]");
        Settings tooShort = properties(Map.of(
                "database.a.url", "postgresql://h/d",
                "database.a.consistency", "session",
                "duet.consistency.key", "not-so-secret"));
        assertThat(tooShort.problems())
                .singleElement()
                .asString()
                .startsWith("DUET-007 database.a.consistency is session, and duet.consistency.key")
                .doesNotContain("not-so-secret");
    }
}
