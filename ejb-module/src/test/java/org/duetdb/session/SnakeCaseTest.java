package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {

    @ParameterizedTest
    @CsvSource({
        "id,id",
        "createdAt,created_at",
        "line2,line2",
        "userURL,user_url",
        "httpStatusCode,http_status_code",
        "aB,a_b"
    })
    void of_component_isTheColumn(String component, String column) {
        assertThat(SnakeCase.of(component)).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource({
        "id,id",
        "created_at,createdAt",
        "line_2,line2",
        "createdAt,createdAt",
        "_hidden,_hidden",
        "a__b,aB",
        "trailing_,trailing"
    })
    void toCamelCase_column_isTheComponent(String column, String component) {
        assertThat(SnakeCase.toCamelCase(column)).isEqualTo(component);
    }
}
