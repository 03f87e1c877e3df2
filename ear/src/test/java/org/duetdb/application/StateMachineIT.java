package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Client.Answer;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.TestRun;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of a session, and what each of its methods makes of it. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class StateMachineIT {

    /**
     * The state after the call, or the number of the exception. The states in small letters are what IN_TRANSACTION can
     * mean: begun by this session, or by another one; inside {@code transaction(work)}; begun by the container; begun
     * and suspended by it; with a statement that failed; after {@code setRollbackOnly()}.
     */
    private static final String TABLE = """
            state         | query          | begin          | commit    | rollback    | setRollbackOnly | transaction    | options
            IDLE          | IDLE           | IN_TRANSACTION | 307       | 307         | 309             | COMMITTED      | COMMITTED
            CONNECTED     | CONNECTED      | 315            | 307       | 307         | 309             | 315            | 315
            begun         | IN_TRANSACTION | 302            | COMMITTED | ROLLED_BACK | IN_TRANSACTION  | IN_TRANSACTION | 316
            joined        | IN_TRANSACTION | 302            | 307       | 307         | IN_TRANSACTION  | IN_TRANSACTION | 316
            in work       | IN_TRANSACTION | 302            | 307       | 307         | IN_TRANSACTION  | IN_TRANSACTION | 316
            container     | IN_TRANSACTION | 302            | 307       | 307         | IN_TRANSACTION  | IN_TRANSACTION | 316
            suspended     | IDLE           | 302            | 308       | 308         | 309             | COMMITTED      | COMMITTED
            failed        | 305            | 302            | 311       | ROLLED_BACK | IN_TRANSACTION  | 305            | 305
            rollback only | 305            | 302            | 311       | ROLLED_BACK | IN_TRANSACTION  | 305            | 305
            COMMITTED     | IDLE           | IN_TRANSACTION | 307       | 307         | 309             | COMMITTED      | COMMITTED
            ROLLED_BACK   | IDLE           | IN_TRANSACTION | 307       | 307         | 309             | COMMITTED      | COMMITTED
            CLOSED        | 209            | 209            | 209       | 209         | 209             | 209            | 209
            read role     | IDLE           | 301            | 301       | 301         | 301             | 301            | 301
            """;

    private static final Map<String, String> TYPES = Map.of(
            "209",
            "SessionClosedException",
            "305",
            "TransactionRolledBackException",
            "311",
            "TransactionRolledBackException");

    @ArquillianResource
    URI address;

    @Deployment
    static Archive<?> application() {
        return Deployments.application();
    }

    @AfterEach
    void nothingStaysPrepared() throws SQLException {
        assertThat(TestRun.databases().preparedTransactions()).isEmpty();
    }

    static Stream<Arguments> cells() {
        List<String[]> rows =
                TABLE.lines().map(line -> line.trim().split(" *\\| *")).toList();
        String[] methods = rows.get(0);
        return rows.stream()
                .skip(1)
                .flatMap(row -> Stream.iterate(1, i -> i < methods.length, i -> i + 1)
                        .map(i -> Arguments.of(row[0], methods[i], row[i])));
    }

    @ParameterizedTest(name = "{0}: {1} gives {2}")
    @MethodSource("cells")
    void call_inEachState_leadsWhereTheTableSays(String state, String method, String expected) throws Exception {
        Answer answer = new Client(address).send("GET", "scenario/states/" + encode(state) + "/" + method);
        assertThat(answer.body()).isEqualTo(Character.isDigit(expected.charAt(0)) ? refusal(expected) : expected);
        assertThat(answer.status()).isEqualTo(200);
    }

    private static String refusal(String number) {
        return TYPES.getOrDefault(number, "IllegalTransactionStateException") + " DUET-" + number;
    }

    private static String encode(String state) {
        return URLEncoder.encode(state, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
