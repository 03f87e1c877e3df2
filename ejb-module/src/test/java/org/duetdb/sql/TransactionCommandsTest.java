package org.duetdb.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionCommandsTest {

    @ParameterizedTest
    @CsvSource({
        "begin, BEGIN, begin()",
        "BEGIN ISOLATION LEVEL SERIALIZABLE, BEGIN, begin()",
        "START TRANSACTION, START TRANSACTION, begin()",
        "COMMIT, COMMIT, commit()",
        "'  commit work', COMMIT, commit()",
        "COMMIT AND CHAIN, COMMIT, commit()",
        "COMMIT PREPARED 'x', COMMIT, commit()",
        "'/* x */ -- y\n END', END, commit()",
        "ROLLBACK, ROLLBACK, rollback()",
        "ROLLBACK TO a, ROLLBACK, rollback()",
        "ROLLBACK PREPARED 'x', ROLLBACK, rollback()",
        "ABORT, ABORT, rollback()",
        "SAVEPOINT a, SAVEPOINT, transaction(work)",
        "RELEASE SAVEPOINT a, RELEASE, transaction(work)",
        "PREPARE/**/TRANSACTION 'x', PREPARE TRANSACTION, transaction manager",
        "SET TRANSACTION READ ONLY, SET TRANSACTION, TransactionOptions",
        "set local transaction isolation level serializable, SET TRANSACTION, TransactionOptions",
        "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY, SET SESSION CHARACTERISTICS, TransactionOptions",
        "SET transaction_isolation = 'serializable', SET transaction_isolation, TransactionOptions",
        "SET LOCAL transaction_read_only TO off, SET transaction_read_only, TransactionOptions",
        "SET \"Transaction_Isolation\" = 'serializable', SET transaction_isolation, TransactionOptions",
        "SET default_transaction_isolation TO DEFAULT, SET default_transaction_isolation, TransactionOptions",
        "SET SESSION Default_Transaction_Read_Only = off, SET default_transaction_read_only, TransactionOptions",
        "RESET default_transaction_read_only, RESET default_transaction_read_only, TransactionOptions",
        "SET standard_conforming_strings = off, SET standard_conforming_strings, leave it on",
        "SELECT 1; ROLLBACK, ROLLBACK, rollback()",
        ";;commit, COMMIT, commit()",
        "SELECT (1; COMMIT, COMMIT, commit()",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END; COMMIT, COMMIT, commit()",
        "CREATE TABLE begin (atomic int); COMMIT, COMMIT, commit()"
    })
    void parse_transactionControl_isRefusedWithTheMethodToUse(String text, String command, String remedy) {
        assertThatThrownBy(() -> SqlScanner.parse(text))
                .isInstanceOfSatisfying(SqlSyntaxException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("DUET-202");
                    assertThat(refused.remedy()).contains(remedy);
                })
                .hasMessage(command + " is not sent as SQL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'COMMIT'",
                "SELECT commit FROM t",
                "\"commit\"",
                "(commit)",
                "begın",
                "ſavepoint",
                "PREPARE p AS SELECT 1",
                "PREPARE p (int) AS SELECT transaction FROM t",
                "SELECT CASE WHEN true THEN 1 END",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END",
                "CREATE OR REPLACE PROCEDURE p() BEGIN/**/ATOMIC ; SELECT a.end AS case; COMMIT; SELECT 1 AS end; COMMIT; END",
                "DO $$ BEGIN PERFORM 1; COMMIT; END $$",
                "SET search_path = transaction, transaction_isolation",
                "SET LOCAL transaction_timeout = 1",
                "SET transaction_deferrable = on",
                "SET SESSION AUTHORIZATION x",
                "SET LOCAL ROLE x",
                "SET CONSTRAINTS ALL DEFERRED",
                "RESET ALL",
                "SHOW transaction_isolation",
                "ALTER ROLE x SET default_transaction_read_only = on",
                "DISCARD ALL",
                "LISTEN x",
                "(SELECT 1)"
            })
    void parse_wordsOfTransactionControlElsewhere_arePlainText(String text) throws Exception {
        assertThat(SqlScanner.parse(text).jdbc()).isEqualTo(text);
    }
}
