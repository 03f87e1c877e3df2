package org.duetdb.web.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.duetdb.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    @Test
    void user_wellFormed_isRead() {
        assertThat(read(UserData.class, "{\"name\":\"Ada\",\"email\":\"ada@example.org\",\"more\":[]}"))
                .isEqualTo(new UserData("Ada", "ada@example.org"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"email":"a@b.org"}                      | name is missing.
            {"name":null,"email":"a@b.org"}          | name is missing.
            {"name":7,"email":"a@b.org"}             | name must be a string.
            {"name":" ","email":"a@b.org"}           | name must not be blank.
            {"name":"a\\u0000","email":"a@b.org"}    | name must not contain control characters.
            {"name":"a\\ud800","email":"a@b.org"}    | name must not contain control characters.
            {"name":"Ada"}                           | email is missing.
            {"name":"Ada","email":"ada"}             | email must be an e-mail address.
            {"name":"Ada","email":"ada@"}            | email must be an e-mail address.
            {"name":"Ada","email":"ada@b..org"}      | email must be an e-mail address.
            {"name":"Ada","email":"a da@b.org"}      | email must be an e-mail address.
            {"name":"Ada","email":"ada@b@c.org"}     | email must be an e-mail address.
            """)
    void user_malformed_problemNamesTheField(String json, String detail) {
        assertProblem(UserData.class, json, detail);
    }

    @Test
    void user_nameOf100SupplementaryCharacters_isNotTooLong() {
        String name = "\uD83D\uDE00".repeat(100);
        assertThat(read(UserData.class, "{\"name\":\"" + name + "\",\"email\":\"a@b.org\"}"))
                .isEqualTo(new UserData(name, "a@b.org"));
        assertProblem(
                UserData.class,
                "{\"name\":\"" + name + "x\",\"email\":\"a@b.org\"}",
                "name must not be longer than 100 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"name\":}", "{} {}", "{}]", "nul"})
    void body_notJson_isAProblem(String json) {
        assertProblem(UserData.class, json, "The body is not well-formed JSON.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"text\"", "true"})
    void body_noObject_isAProblem(String json) {
        assertProblem(UserData.class, json, "The body must be a JSON object.");
    }

    @Test
    void body_notUtf8_isAProblem() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> read(UserData.class, "{\"name\":\"\u00e9\",\"email\":\"a@b.org\"}".getBytes(ISO_8859_1)))
                .withMessage("The body is not well-formed JSON.");
    }

    @Test
    void body_nestedTooDeep_isAProblem() {
        assertProblem(UserData.class, "{\"name\":" + "[".repeat(100_000), "The body is not well-formed JSON.");
    }

    @Test
    void body_tooLarge_isAProblem() {
        assertProblem(UserData.class, " ".repeat((1 << 20) + 1), "The body is longer than 1048576 bytes.");
    }

    @ParameterizedTest
    @CsvSource({"10,10.00", "0.01,0.01", "10.50,10.50", "10.500,10.50", "1e2,100.00", "999999999999.99,999999999999.99"
    })
    void transfer_amountInTwoPlaces_isExact(String amount, String expected) {
        Transfer transfer = (Transfer) read(Transfer.class, "{\"from\":1,\"to\":2,\"amount\":" + amount + "}");
        assertThat(transfer.amount()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"to":2,"amount":1}                                     | from is missing.
            {"from":"1","to":2,"amount":1}                          | from must be a number.
            {"from":1.5,"to":2,"amount":1}                          | from must be an integer.
            {"from":9223372036854775808,"to":2,"amount":1}          | from must be an integer.
            {"from":1e999999999,"to":2,"amount":1}                  | from must be an integer.
            {"from":1,"amount":1}                                   | to is missing.
            {"from":1,"to":1.0,"amount":1}                          | to must be another account than from.
            {"from":1,"to":2}                                       | amount is missing.
            {"from":1,"to":2,"amount":"1.00"}                       | amount must be a number.
            {"from":1,"to":2,"amount":true}                         | amount must be a number.
            {"from":1,"to":2,"amount":0}                            | amount must be positive.
            {"from":1,"to":2,"amount":-1}                           | amount must be positive.
            {"from":1,"to":2,"amount":0.001}                        | amount must have at most two decimal places.
            {"from":1,"to":2,"amount":1e-999999999}                 | amount must have at most two decimal places.
            {"from":1,"to":2,"amount":1e30}                | amount must have at most 30 digits before the point.
            {"from":1,"to":2,"amount":1e999999999}                  | amount must have at most 30 digits before the point.
            """)
    void transfer_malformed_problemNamesTheField(String json, String detail) {
        assertProblem(Transfer.class, json, detail);
    }

    @Test
    void order_sameProductTwice_isMergedAndSorted() {
        String json = "{\"userId\":1,\"items\":[{\"productId\":9,\"quantity\":1},"
                + "{\"productId\":3,\"quantity\":1000},{\"productId\":9,\"quantity\":2}]}";
        NewOrder order = (NewOrder) read(NewOrder.class, json);
        assertThat(order.userId()).isEqualTo(1);
        assertThat(order.quantities()).containsExactly(Map.entry(3L, 1000L), Map.entry(9L, 3L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"items":[{"productId":1,"quantity":1}]}                | userId is missing.
            {"userId":1}                                            | items is missing.
            {"userId":1,"items":[]}                                 | items must be an array that is not empty.
            {"userId":1,"items":{}}                                 | items must be an array that is not empty.
            {"userId":1,"items":[5]}                                | items[0] must be an object.
            {"userId":1,"items":[{"quantity":1}]}                   | items[0].productId is missing.
            {"userId":1,"items":[{"productId":1,"quantity":1},{"productId":1}]} | items[1].quantity is missing.
            {"userId":1,"items":[{"productId":1,"quantity":0}]}     | items[0].quantity must be an integer from 1 to 2147483647.
            {"userId":1,"items":[{"productId":1,"quantity":-1}]}    | items[0].quantity must be an integer from 1 to 2147483647.
            {"userId":1,"items":[{"productId":1,"quantity":2147483648}]} | items[0].quantity must be an integer from 1 to 2147483647.
            {"userId":1,"items":[{"productId":1,"quantity":1e99}]}  | items[0].quantity must be an integer from 1 to 2147483647.
            {"userId":1,"items":[{"productId":1,"quantity":1.5}]}   | items[0].quantity must be an integer.
            """)
    void order_malformed_problemNamesTheField(String json, String detail) {
        assertProblem(NewOrder.class, json, detail);
    }

    private static void assertProblem(Class<? extends Body> type, String json, String detail) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(type, json))
                .withMessage(detail);
    }

    private static Body read(Class<? extends Body> type, String json) {
        return read(type, json.getBytes(UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static Body read(Class<? extends Body> type, byte[] bytes) {
        return new BodyReader()
                .readFrom((Class<Body>) type, type, new Annotation[0], null, null, new ByteArrayInputStream(bytes));
    }
}
