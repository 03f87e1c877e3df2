package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import javax.transaction.xa.XAException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expectations about what a manager is told. */
final class XaCode {

    private XaCode() {}

    /** The call fails with this code; the answer is for further expectations. */
    static XAException assertCode(int code, ThrowingCallable call) {
        XAException failure = catchThrowableOfType(XAException.class, call);
        assertThat(failure).as("no failure, expected " + code).isNotNull();
        assertThat(failure.errorCode).as(String.valueOf(failure)).isEqualTo(code);
        assertThat(failure).hasMessageStartingWith("DUET-5").hasMessageContaining("[alias=");
        return failure;
    }
}
