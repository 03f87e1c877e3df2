package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duetdb.DatabaseException;

/** What holds for every failure of a database, whatever it is. */
final class Failure {

    /** What no message, and no message of a cause, may hold. */
    static final String SECRET = "my-secret";

    private Failure() {}

    /** Returns what the work throws, which must be of exactly that type and state, and quote no value anywhere. */
    static <X extends DatabaseException> X of(Class<X> type, String code, String sqlState, ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat(thrown).isExactlyInstanceOf(type);
        X failure = type.cast(thrown);
        assertThat(failure.sqlState()).isEqualTo(sqlState);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure).hasMessageStartingWith(code + " ").hasMessageContaining("alias=default, role=");
        assertThat(failure.origin().requestId()).isEqualTo("test");
        assertThat(traceOf(failure)).doesNotContain(SECRET);
        assertThat(failure.error().toString()).doesNotContain(SECRET);
        assertThat(traceOf(sentElsewhere(failure))).isEqualTo(traceOf(failure));
        return failure;
    }

    /** Returns all that a log would show. */
    static String traceOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static Throwable sentElsewhere(Throwable failure) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(failure);
            return (Throwable) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException notSerializable) {
            throw new AssertionError(notSerializable);
        }
    }
}
