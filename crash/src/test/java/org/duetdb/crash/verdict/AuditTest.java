package org.duetdb.crash.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.duetdb.crash.bank.Bank;
import org.duetdb.crash.bank.Books;
import org.duetdb.crash.client.Answer;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final BigDecimal HALF = Bank.FUNDS.multiply(BigDecimal.valueOf(Bank.ACCOUNTS));
    private static final BigDecimal ONE = new BigDecimal("1.00");

    private static Books books(String more, Map<Long, BigDecimal> entries) {
        return new Books(HALF.add(new BigDecimal(more)), 0, entries);
    }

    private static final Books UNTOUCHED = books("0", Map.of());
    private static final Books PAID = books("-1.00", Map.of(7L, ONE.negate()));
    private static final Books RECEIVED = books("1.00", Map.of(7L, ONE));

    @Test
    void transfers_eachWhereItBelongs_areRight() {
        for (Answer answer : new Answer[] {Answer.ACKNOWLEDGED, Answer.UNKNOWN}) {
            assertThat(new Audit(PAID, RECEIVED, Map.of(7L, answer)).transfers())
                    .isEmpty();
        }
        for (Answer answer : new Answer[] {Answer.REFUSED, Answer.UNKNOWN}) {
            assertThat(new Audit(UNTOUCHED, UNTOUCHED, Map.of(7L, answer)).transfers())
                    .isEmpty();
        }
        assertThat(new Audit(PAID, RECEIVED, Map.of()).sums()).isEmpty();
    }

    @Test
    void transfers_half_isFoundWhateverTheAnswer() {
        for (Answer answer : Answer.values()) {
            assertThat(new Audit(PAID, UNTOUCHED, Map.of(7L, answer)).transfers())
                    .containsExactly(answer + " transfer 7 is only in app");
            assertThat(new Audit(UNTOUCHED, RECEIVED, Map.of(7L, answer)).transfers())
                    .containsExactly(answer + " transfer 7 is only in analytics");
        }
    }

    @Test
    void transfers_againstTheAnswer_areFound() {
        assertThat(new Audit(UNTOUCHED, UNTOUCHED, Map.of(7L, Answer.ACKNOWLEDGED)).transfers())
                .containsExactly("ACKNOWLEDGED transfer 7 is nowhere");
        assertThat(new Audit(PAID, RECEIVED, Map.of(7L, Answer.REFUSED)).transfers())
                .containsExactly("REFUSED transfer 7 was made");
        assertThat(new Audit(PAID, RECEIVED, Map.of()).transfers()).containsExactly("transfer 7 was sent by nobody");
        assertThat(new Audit(PAID, PAID, Map.of(7L, Answer.ACKNOWLEDGED)).transfers())
                .containsExactly("ACKNOWLEDGED transfer 7 is of -1.00 and -1.00");
    }

    @Test
    void sums_oneCent_isFound() {
        assertThat(new Audit(UNTOUCHED, books("0.01", Map.of()), Map.of()).sums())
                .containsExactly("the total is 80000.01 and was 80000.00");
        assertThat(new Audit(UNTOUCHED, new Books(HALF, 1, Map.of()), Map.of()).sums())
                .containsExactly("1 accounts are not what the ledger says");
    }
}
