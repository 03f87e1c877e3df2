package org.duetdb.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server is the judge of how its own numbers are written. */
@ExtendWith(TypeDatabase.class)
class FloatTextIT {

    private final Exchange exchange;

    FloatTextIT(Exchange exchange) {
        this.exchange = exchange;
    }

    @Test
    void doubles_areWrittenAsTheServerDoes() throws SQLException {
        double[] edges = {
            0,
            -0.0,
            1,
            -1,
            0.1,
            1e-4,
            1e-5,
            1e14,
            1e15,
            123456789012345d,
            1e23,
            5e-324,
            1.5e300,
            Double.MAX_VALUE,
            Double.MIN_NORMAL,
            Math.PI,
            9007199254740993d,
            2e-3,
            Double.NaN,
            1 / 0.0
        };
        for (double edge : edges) {
            assertWritten(edge);
        }
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            assertWritten(Double.longBitsToDouble(random.nextLong()));
            assertWritten(Math.scalb(1.0, random.nextInt(2000) - 1000));
        }
    }

    private void assertWritten(double number) throws SQLException {
        String text = (String) exchange.read("($1::float8)::text", number);
        assertThat(FloatText.of(number)).isEqualTo(text);
        assertThat(exchange.readAs(String.class, "$1::float8", number)).isEqualTo(text);
    }

    @Test
    void floats_areWrittenAsTheServerDoes() throws SQLException {
        float[] edges = {
            0,
            -0f,
            1,
            0.1f,
            1e-4f,
            1e-5f,
            1e5f,
            1e6f,
            16777216f,
            Float.MAX_VALUE,
            Float.MIN_VALUE,
            Float.MIN_NORMAL,
            Float.NaN,
            -1 / 0f
        };
        for (float edge : edges) {
            assertWritten(edge);
        }
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            assertWritten(Float.intBitsToFloat(random.nextInt()));
            assertWritten(Math.scalb(1f, random.nextInt(250) - 125));
        }
    }

    private void assertWritten(float number) throws SQLException {
        String text = (String) exchange.read("($1::real)::text", number);
        assertThat(FloatText.of(number)).isEqualTo(text);
        assertThat(exchange.readAs(String.class, "$1::real", number)).isEqualTo(text);
    }
}
