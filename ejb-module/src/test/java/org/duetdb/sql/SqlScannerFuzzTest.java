package org.duetdb.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever it is given, the scanner answers, and with nothing but the typed exception. */
class SqlScannerFuzzTest {

    private static final int INPUTS = 1_000_000;

    private static final List<String> STATEMENTS = List.of(
            "SELECT a, $1::int FROM \"t\" WHERE b ? $2 -- c\n AND d = E'it''s \\'x\\'' /* e /* f */ */",
            "INSERT INTO s.\"t\" (a, b) VALUES ($1, coalesce($2, 'x')) ON CONFLICT (a) DO UPDATE SET b = 1 RETURNING a",
            "CREATE OR REPLACE FUNCTION f(int) RETURNS int BEGIN ATOMIC SELECT CASE $1 WHEN 1 THEN 2 END; END",
            "DO $do$ BEGIN PERFORM '$1'; END $do$; SELECT U&'!0041' UESCAPE '!', 1.5e-3, 0x1F, $$ ? $$",
            "SET LOCAL search_path = a; UPDATE t SET a = $1, b = $1 || 'x'\n'y' WHERE c @? '$.a' AND e$1 = .5");

    private final Seed seed = Seed.of(SqlScannerFuzzTest.class);
    private final Random random = seed.random();
    private final Fragments fragments = new Fragments(random);

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void parse_aMillionInputs_answersOrRefuses() {
        int accepted = 0;
        for (int i = 0; i < INPUTS; i++) {
            accepted += accepts(input(i), i) ? 1 : 0;
        }
        assertThat(accepted).isBetween(INPUTS / 10, INPUTS - INPUTS / 10);
    }

    private String input(int i) {
        return switch (i % 8) {
            case 0 -> new String(bytes(random.nextInt(24)), StandardCharsets.ISO_8859_1);
            case 1 -> new String(bytes(random.nextInt(48)), StandardCharsets.UTF_16BE);
            case 2, 3, 4 -> fragments.text(12);
            default -> fragments.mutation(STATEMENTS.get(random.nextInt(STATEMENTS.size())));
        };
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private boolean accepts(String input, int i) {
        try {
            ParsedSql sql = SqlScanner.parse(input);
            for (int parameter : sql.order()) {
                if (parameter >= sql.parameterCount()) {
                    throw new IllegalStateException("a parameter too many");
                }
            }
            return true;
        } catch (SqlSyntaxException refused) {
            return false;
        } catch (RuntimeException | Error failure) {
            throw new AssertionError("input " + i + " of " + seed + ": <" + input + ">", failure);
        }
    }
}
