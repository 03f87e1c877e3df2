package org.duetdb.configure.payara;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PropertyListTest {

    @Test
    void parse_whatOfWrote_isTheSame() {
        Map<String, String> properties = new TreeMap<>(Map.of(
                "url", "jdbc:postgresql://[::1]:5432,h2:5433/d?x=y",
                "options", "-c a=\"it's\" -c b=c\\:d",
                "password", "${MPCONFIG=duet.secret.a-write}",
                "user", "ü $\\x"));
        assertThat(PropertyList.parse(PropertyList.of(properties))).isEqualTo(properties);
    }

    @Test
    void quoted_forAsadmin_isEscapedOnceMore() {
        String word = PropertyList.of(Map.of("a", "\"\\"));
        assertThat(Quoting.BOOT_FILE.quoted(word)).isEqualTo("\"a=\\\"\\\\\"");
        assertThat(Quoting.ASADMIN.quoted(word)).isEqualTo("\"a=\\\\\\\"\\\\\\\\\"");
    }
}
