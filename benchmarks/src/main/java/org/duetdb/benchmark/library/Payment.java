package org.duetdb.benchmark.library;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** A row of the table that is only added to. The server numbers its rows; no library asks for the numbers. */
public record Payment(long accountId, BigDecimal amount, String purpose, OffsetDateTime paidAt) {

    private static final OffsetDateTime FIRST = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** Returns as many payments, no two of them alike, the same ones each time. */
    static List<Payment> series(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Payment(
                        number,
                        BigDecimal.valueOf(number * 125L, 2),
                        "payment number " + number,
                        FIRST.plusSeconds(number)))
                .toList();
    }
}
