package org.duetdb.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duetdb.Role;
import org.duetdb.config.Settings;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static Settings settings(Map<String, String> properties) {
        return Settings.read(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(properties, "test", 100))
                        .build(),
                Set.of());
    }

    @Test
    void of_twoAliases_hasBothRolesOfEachInOrder() throws Exception {
        Catalog catalog = Catalog.of(
                settings(Map.of("database.b.url", "postgresql://h/b", "database.a.url", "postgresql://h/a")),
                List.of());
        assertThat(catalog.bindings())
                .extracting(Binding::name)
                .containsExactly("a-write", "a-read", "b-write", "b-read");
        assertThat(catalog.bindings()).extracting(Binding::role).startsWith(Role.WRITE, Role.READ);
    }

    @Test
    void of_misspeltAlias_namesThePlaceTheAliasesAndTheNearest() {
        Settings settings = settings(
                Map.of("database.analytics.url", "postgresql://h/a", "database.default.url", "postgresql://h/d"));
        List<Requirement> asked = List.of(new Requirement("analytcis", "com.example.Report.events"));
        assertThatThrownBy(() -> Catalog.of(settings, asked))
                .isInstanceOf(CatalogException.class)
                .hasMessage("DUET-005 no database has the alias analytcis that com.example.Report.events asks for; "
                        + "configured are: analytics, default; did you mean analytics?");
    }

    @Test
    void of_aliasUnlikeAnyOther_saysWhichKeyToSet() {
        List<Requirement> asked = List.of(new Requirement("warehouse", "com.example.Stock.db"));
        assertThatThrownBy(() -> Catalog.of(settings(Map.of()), asked))
                .hasMessageContaining("no alias is configured; set database.warehouse.url");
    }

    @Test
    void of_severalProblems_reportsAllOfThem() {
        Settings settings = settings(Map.of("database.a.url", "nonsense", "database.b.url", "postgresql://h/b"));
        List<Requirement> asked = List.of(new Requirement("x1234567", "one"), new Requirement("y1234567", "two"));
        assertThatThrownBy(() -> Catalog.of(settings, asked))
                .hasMessageContaining("DUET-001")
                .hasMessageContaining("that one asks for")
                .hasMessageContaining("that two asks for");
    }

    @Test
    void of_oneDatasourceForTwoRoles_isRefused() {
        Settings settings = settings(Map.of(
                "database.a.url", "postgresql://h/a",
                "database.a.jndi-name", "jdbc/a",
                "database.a.read.jndi-name", "jdbc/a"));
        assertThatThrownBy(() -> Catalog.of(settings, List.of()))
                .hasMessageContaining("a/write and a/read have the same datasource jdbc/a");
    }
}
