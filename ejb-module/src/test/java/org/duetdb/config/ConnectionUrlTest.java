package org.duetdb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {

    @Test
    void parse_libpqForm_givesEveryPart() {
        ConnectionUrl url =
                ConnectionUrl.parse("postgresql://app:s%40%3A%2F%25%3F%23@db.example:6543/main?sslmode=require&a=%20b");
        assertThat(url.user()).isEqualTo("app");
        assertThat(url.password().reveal()).isEqualTo("s@:/%?#");
        assertThat(url.address().hostList()).isEqualTo("db.example:6543");
        assertThat(url.address().database()).isEqualTo("main");
        assertThat(url.address().properties())
                .containsEntry("sslmode", "require")
                .containsEntry("a", " b");
        assertThat(url.toString()).doesNotContain("s@:");
    }

    @Test
    void parse_driverForm_takesCredentialsFromItsParameters() {
        ConnectionUrl url = ConnectionUrl.parse("jdbc:postgresql://h/main?user=app&password=p%26q");
        assertThat(url.user()).isEqualTo("app");
        assertThat(url.password().reveal()).isEqualTo("p&q");
        assertThat(url.address().properties()).isEmpty();
        assertThat(url.address().jdbcUrl()).isEqualTo("jdbc:postgresql://h:5432/main");
    }

    @Test
    void parse_severalHostsAndIPv6_keepsTheirOrder() {
        ConnectionUrl url = ConnectionUrl.parse("postgres://u@[::1]:5433,b,10.0.0.1:1/main");
        assertThat(url.address().hostList()).isEqualTo("[::1]:5433,b:5432,10.0.0.1:1");
        assertThat(url.password()).isNull();
    }

    @Test
    void parse_plusSign_isAPlusSign() {
        assertThat(ConnectionUrl.parse("postgresql://u:a+b@h/d").password().reveal())
                .isEqualTo("a+b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql://h/d",
                "postgresql://u:secret@h",
                "postgresql://u:secret@h/",
                "postgresql://u:secret@/d",
                "postgresql://u:secret@h:port/d",
                "postgresql://u:secret@h:99999/d",
                "postgresql://u:secret@[::1/d",
                "postgresql://u:secret%@h/d",
                "postgresql://u:secret/x@h/d",
                "postgresql://u:secret@h/d?=x"
            })
    void parse_malformed_isRefusedWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> ConnectionUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
