package org.duetdb.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedNameTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "users,\"users\"",
                "Users,\"Users\"",
                "public.users,\"public\".\"users\"",
                "a\"b.c\"d,\"a\"\"b\".\"c\"\"d\"",
                "\"users\",\"\"\"users\"\"\"",
                "x; DROP TABLE y --,\"x; DROP TABLE y --\""
            })
    void ofTable_name_isQuotedAsItIsWritten(String name, String quoted) {
        assertThat(QuotedName.ofTable(name, Origin.NONE)).isEqualTo(quoted);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", "a.", ".a", "a.b.c", "a\0", "a.b\0"})
    void ofTable_whatIsNoName_isRefused(String name) {
        assertThatThrownBy(() -> QuotedName.ofTable(name, Origin.NONE))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("DUET-250");
    }

    @Test
    void list_names_areQuotedOneByOne() {
        assertThat(QuotedName.list(List.of("a", "b.c\""))).isEqualTo("\"a\",\"b.c\"\"\"");
    }
}
