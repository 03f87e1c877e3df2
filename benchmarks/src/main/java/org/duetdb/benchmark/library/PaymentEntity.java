package org.duetdb.benchmark.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.OffsetDateTime;

/**
 * A payment as Hibernate's batch takes it. It takes the account's number for a key, because it does not batch where the
 * server makes the keys.
 */
@Entity
@Table(name = "payments")
class PaymentEntity {

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Column
    private BigDecimal amount;

    @Column
    private String purpose;

    @Column(name = "paid_at")
    private OffsetDateTime paidAt;

    /** For Hibernate. */
    PaymentEntity() {}

    PaymentEntity(Payment payment) {
        accountId = payment.accountId();
        amount = payment.amount();
        purpose = payment.purpose();
        paidAt = payment.paidAt();
    }
}
