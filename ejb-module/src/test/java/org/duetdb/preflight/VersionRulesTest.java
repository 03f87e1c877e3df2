package org.duetdb.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duetdb.catalog.Binding;
import org.duetdb.config.Settings;
import org.duetdb.datasource.DriverFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions of servers and drivers that are not at hand. */
class VersionRulesTest {

    private static final String PGJDBC = "PostgreSQL JDBC Driver";

    private static Examined database(int version, String driver, String driverVersion, String query) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of("database.default.url", "postgresql://app@db/shop" + query), "test", 100))
                .build();
        Binding binding =
                new Binding(Settings.read(config, Set.of()).databases().get(0));
        DriverFacts facts = new DriverFacts(driver, driverVersion, "extended", true);
        return new Examined(
                binding,
                new SessionFacts(
                        version, false, false, "default", "app", "shop", "public", true, 0, 97, false, true, facts),
                null);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(one -> one.level() + " " + one.code()).toList();
    }

    @ParameterizedTest
    @CsvSource({"120022, WARNING DUET-415", "130000,", "180006,", "190000, INFO DUET-416"})
    void server_outOfTheRange_isFound(int version, String expected) {
        assertThat(codes(ServerRules.examine(database(version, PGJDBC, "42.7.14", ""))))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "9.4.1212, ERROR DUET-420",
        "42.1.4, ERROR DUET-420",
        "42.2.0, WARNING DUET-421;INFO DUET-422",
        "42.2.28.jre7, WARNING DUET-421;INFO DUET-422",
        "42.7.7, WARNING DUET-421;INFO DUET-422",
        "42.7.8, WARNING DUET-421",
        "42.7.11,",
        "42.7.14,",
        "42.7.15, INFO DUET-422",
        "42.8.0-SNAPSHOT, INFO DUET-422",
        "something else,"
    })
    void driver_byItsVersion_isFound(String version, String expected) {
        assertThat(codes(DriverRules.examine(database(180000, PGJDBC, version, ""))))
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(";")));
    }

    @ParameterizedTest
    @CsvSource({"42.7.3,", "42.7.4, WARNING DUET-426", "42.7.11, WARNING DUET-426", "42.7.12,"})
    void driver_channelBindingThatItDoesNotHold_isFoundWhereItIsRequired(String version, String expected) {
        List<String> found = codes(DriverRules.examine(database(180000, PGJDBC, version, "?channelBinding=require")));
        assertThat(found.contains("WARNING DUET-426")).isEqualTo(expected != null);
    }

    @Test
    void driver_ofAnotherMaker_isNotJudged() {
        assertThat(DriverRules.examine(database(180000, "Another Driver", "1.0", "")))
                .isEmpty();
    }
}
