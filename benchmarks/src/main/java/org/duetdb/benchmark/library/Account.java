package org.duetdb.benchmark.library;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A row of the table that is read and updated: columns as most tables have them, one of them nullable. */
public record Account(
        long id,
        String name,
        String email,
        BigDecimal balance,
        boolean active,
        int visits,
        String note,
        OffsetDateTime createdAt) {}
