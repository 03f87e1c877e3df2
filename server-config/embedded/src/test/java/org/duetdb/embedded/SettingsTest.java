package org.duetdb.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void lines_quotesAndBackslashes_areEscaped() {
        assertThat(new Settings(Map.of("a", "it's \\ here")).lines()).isEqualTo("a = 'it''s \\\\ here'\n");
    }

    @Test
    void with_knownName_takesItsPlace() {
        Settings settings = Settings.BASE.with("max_connections", "7");
        assertThat(settings.lines()).contains("max_connections = '7'").doesNotContain("'200'");
        assertThat(Settings.BASE.lines()).contains("max_connections = '200'");
    }

    @Test
    void base_durability_isNotTouched() {
        assertThat(Settings.BASE.values()).doesNotContainKeys("fsync", "full_page_writes", "synchronous_commit");
    }
}
