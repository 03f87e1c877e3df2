package org.duetdb.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    private static final Problem SOLD_OUT = new Problem("urn:shop:problem:sold-out", "Sold out", 409, "None is left.");

    @Test
    void json_members_followInTheirOrder() {
        assertThat(SOLD_OUT.with("product", 7)
                        .with("price", new BigDecimal("1.50"))
                        .with("nothing", null)
                        .with("others", List.of("a", true))
                        .with("at", Map.of("shop", 1L))
                        .json())
                .hasToString("{\"type\":\"urn:shop:problem:sold-out\",\"title\":\"Sold out\",\"status\":409,"
                        + "\"detail\":\"None is left.\",\"product\":7,\"price\":1.50,\"others\":[\"a\",true],"
                        + "\"at\":{\"shop\":1}}");
    }

    @Test
    void json_noDetail_hasNone() {
        assertThat(new Problem("about:blank", "Conflict", 409, null).json())
                .hasToString("{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "title", "status", "detail"})
    void with_nameOfAStandardMember_isRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> SOLD_OUT.with(name, "x"));
    }

    @Test
    void members_changedAfterwards_stayAsTheyWere() {
        Map<String, Object> members = new HashMap<>(Map.of("a", 1));
        Problem problem = new Problem("about:blank", "Conflict", 409, null, members);
        members.clear();
        assertThat(problem.members()).containsEntry("a", 1);
    }

    @Test
    void into_response_keepsItsStatusAndHeaders() {
        Response response = SOLD_OUT.into(Response.status(405).header("Allow", "GET"));
        assertThat(response.getStatus()).isEqualTo(405);
        assertThat(response.getHeaderString("Allow")).isEqualTo("GET");
        assertThat(response.getHeaderString("Content-Type")).isEqualTo("application/problem+json");
        assertThat(SOLD_OUT.response().getStatus()).isEqualTo(409);
    }

    @ParameterizedTest
    @EnumSource
    void type_any_isAnErrorWithAUrnInLowerCase(ProblemType type) {
        assertThat(type.problem("x").status()).isBetween(400, 599);
        assertThat(type.urn()).matches("urn:duet:problem:[a-z]+(-[a-z]+)*");
    }
}
