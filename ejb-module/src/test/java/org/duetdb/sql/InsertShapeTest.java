package org.duetdb.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsertShapeTest {

    @Test
    void shape_tupleOfPlaceholders_hasTableColumnsAndPlaces() throws Exception {
        ParsedSql sql = SqlScanner.parse("insert into Public.\"My T\" (A, \"b\"\"C\") values ($2, $1)");
        InsertShape shape = sql.insert();
        assertThat(shape.table()).isEqualTo("Public.\"My T\"");
        assertThat(shape.columns()).containsExactly("a", "b\"C");
        assertThat(shape.bare()).isTrue();
        assertThat(shape.updates()).isFalse();
        assertThat(shape.returning()).isFalse();
        assertThat(sql.jdbc().substring(shape.values())).isEqualTo("values (?, ?)");
        assertThat(sql.jdbc().substring(shape.open(), shape.close())).isEqualTo("(?, ?)");
        assertThat(sql.order()).containsExactly(1, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "INSERT INTO t VALUES ($1)~(?)",
                "INSERT INTO t (a) VALUES(($1))~((?))",
                "INSERT INTO t (a, b) VALUES (f(g($1), ')'), /* ) */ '(' || $2)~(f(g(?), ')'), /* ) */ '(' || ?)",
                "INSERT INTO a.b.c (a, b) VALUES (DEFAULT, $1)~(DEFAULT, ?)",
                "INSERT INTO t (a) VALUES ($1::int[])~(?::int[])",
                "INSERT INTO t (a) VALUES (ARRAY[$1, $2])~(ARRAY[?, ?])",
                "INSERT INTO t (a, b) VALUES ($1 ? 'a', $$)$$ || $2)~(? ?? 'a', $$)$$ || ?)",
                "`/* a */ INSERT -- b\n INTO t OVERRIDING SYSTEM VALUE VALUES ($1) ;`~(?)",
                "INSERT INTO t (a) OVERRIDING USER VALUE VALUES ($1, 2) ON CONFLICT DO NOTHING~(?, 2)",
                "INSERT INTO t (a) VALUES ($1, \"select\") RETURNING (a), 'x';~(?, \"select\")"
            })
    void shape_tupleOfExpressions_isFound(String text, String tuple) throws Exception {
        ParsedSql sql = SqlScanner.parse(text);
        InsertShape shape = sql.insert();
        assertThat(sql.jdbc().substring(shape.open(), shape.close())).isEqualTo(tuple);
        assertThat(sql.jdbc().substring(shape.values())).startsWith("VALUES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT $1",
                "WITH x AS (SELECT 1) INSERT INTO t (a) VALUES ($1)",
                "EXPLAIN INSERT INTO t (a) VALUES ($1)",
                "INSERT INTO t (a) VALUES ($1), ($2)",
                "INSERT INTO t (a) VALUES (1)",
                "INSERT INTO t (a, b) VALUES ($1, $1)",
                "INSERT INTO t (a) VALUES ((SELECT max(a) FROM t) + $1)",
                "INSERT INTO t (a) VALUES ((TABLE u), $1)",
                "INSERT INTO t (a) VALUES ($1, (VALUES (1)))",
                "INSERT INTO t (a) VALUES ($1) UNION SELECT 1",
                "INSERT INTO t (a) VALUES ($1) ORDER BY 1",
                "INSERT INTO t (a) VALUES ($1) ON CONFLICT (a) DO UPDATE SET a = $2",
                "INSERT INTO t (a) VALUES ($1) RETURNING a + $2",
                "INSERT INTO t (a) VALUES ($1) ON",
                "INSERT INTO t (a) VALUES ($1, )",
                "INSERT INTO t (a) VALUES ()",
                "INSERT INTO t (a) VALUES ($1",
                "INSERT INTO t (a) VALUES ($1; )",
                "INSERT INTO t (a) VALUES ($1); SELECT 1",
                "INSERT INTO t (a) VALUES ($1); INSERT INTO t (a) VALUES ($2)",
                "; INSERT INTO t (a) VALUES ($1)",
                "INSERT INTO t (a) SELECT $1",
                "INSERT INTO t (SELECT $1)",
                "INSERT INTO t DEFAULT VALUES",
                "INSERT INTO t AS u (a) VALUES ($1)",
                "INSERT INTO t (a.b) VALUES ($1)",
                "INSERT INTO t (a[1]) VALUES ($1)",
                "INSERT INTO t () VALUES ($1)",
                "INSERT INTO t. (a) VALUES ($1)",
                "INSERT INTO U&\"t\" (a) VALUES ($1)",
                "INSERT INTO t (U&\"a\") VALUES ($1)",
                "INSERT INTO t (a) OVERRIDING VALUE VALUES ($1)",
                "INSERT INTO t (a) \"values\" ($1)",
                "INSERT INTO (a) VALUES ($1)",
                "\"insert\" INTO t (a) VALUES ($1)",
                "INSERT INTO t (a) VALUES $1",
                "INSERT INTO t (a) VALUES",
                ""
            })
    void shape_anythingElse_isNone(String text) throws Exception {
        assertThat(SqlScanner.parse(text).insert()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "($1, $2)~true",
                "`($2 /* a */ , -- b\n $1)`~true",
                "($1, DEFAULT)~false",
                "($1, 2)~false",
                "($1, ($2))~false",
                "($1, $2::int)~false",
                "($1, -$2)~false",
                "($1, f($2, $3))~false"
            })
    void bare_itemsThatAreMoreThanPlaceholders_areNot(String tuple, boolean bare) throws Exception {
        assertThat(SqlScanner.parse("INSERT INTO t (a, b) VALUES " + tuple)
                        .insert()
                        .bare())
                .isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "ON CONFLICT DO NOTHING~false~false",
                "ON CONFLICT (a) WHERE b DO NOTHING RETURNING a~false~true",
                "ON CONFLICT (a) DO UPDATE SET b = excluded.b~true~false",
                "ON CONFLICT ON CONSTRAINT c DO /**/ UPDATE SET b = (SELECT 1) RETURNING *~true~true",
                "RETURNING a AS \"returning\", 'do update'~false~true"
            })
    void tail_conflictAndReturning_areTold(String tail, boolean updates, boolean returning) throws Exception {
        InsertShape shape =
                SqlScanner.parse("INSERT INTO t (a) VALUES ($1) " + tail).insert();
        assertThat(shape.updates()).isEqualTo(updates);
        assertThat(shape.returning()).isEqualTo(returning);
    }
}
