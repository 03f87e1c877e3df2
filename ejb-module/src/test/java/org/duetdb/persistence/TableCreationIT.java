package org.duetdb.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.duetdb.DbSession;
import org.duetdb.InvalidSqlException;
import org.duetdb.session.TestSessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The statements of providers, on a real server. */
class TableCreationIT {

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions();

    private static final List<String> AS_ECLIPSELINK = List.of(
            "CREATE TABLE VISIT (ID BIGINT NOT NULL, PAGE VARCHAR(255), SITE_ID BIGINT, PRIMARY KEY (ID))",
            "CREATE INDEX VISIT_BY_PAGE ON VISIT (PAGE)",
            "CREATE TABLE SITE (ID BIGINT NOT NULL, PRIMARY KEY (ID))",
            "ALTER TABLE VISIT ADD CONSTRAINT FK_VISIT_SITE FOREIGN KEY (SITE_ID) REFERENCES SITE (ID)",
            "CREATE SEQUENCE SEQ_GEN_SEQUENCE INCREMENT BY 50 START WITH 50",
            "CREATE TABLE SEQUENCES (SEQ_NAME VARCHAR(50) NOT NULL, SEQ_COUNT DECIMAL(38), PRIMARY KEY (SEQ_NAME))",
            "INSERT INTO SEQUENCES (SEQ_NAME, SEQ_COUNT) values ('SEQ_GEN', 0)");

    private static final List<String> AS_HIBERNATE = List.of(
            "create sequence \"Visit_SEQ\" start with 1 increment by 50",
            "create table \"Visit of a page\" (id bigint not null, page varchar(255), primary key (id))",
            "create unique index by_page on \"Visit of a page\" (page)",
            "comment on column \"Visit of a page\".page is 'what was looked at; all of it'",
            "create table public.site (id bigint not null, primary key (id))",
            "alter table if exists public.site add constraint positive check (id > 0)");

    private DbSession session;

    @BeforeEach
    void clear() {
        session = sessions.transactionalSession("default");
        session.execute("DROP TABLE IF EXISTS visit, site, sequences, \"Visit of a page\"");
        session.execute("DROP SEQUENCE IF EXISTS seq_gen_sequence, \"Visit_SEQ\"");
    }

    @AfterEach
    void leaveNothing() {
        clear();
    }

    @Test
    void in_nothingIsThere_makesAll() {
        assertThat(TableCreation.in(session, AS_ECLIPSELINK))
                .containsExactly("VISIT", "SITE", "SEQ_GEN_SEQUENCE", "SEQUENCES");
        assertThat(TableCreation.in(session, AS_ECLIPSELINK)).isEmpty();
        assertThat(session.queryOne(Integer.class, "SELECT count(*) FROM sequences"))
                .isEqualTo(1);
    }

    @Test
    void in_namesInQuotesAndOfSchemas_areFoundAgain() {
        assertThat(TableCreation.in(session, AS_HIBERNATE))
                .containsExactly("\"Visit_SEQ\"", "\"Visit of a page\"", "public.site");
        assertThat(TableCreation.in(session, AS_HIBERNATE)).isEmpty();
    }

    @Test
    void in_oneIsThere_leavesItAsItIs() {
        session.execute("CREATE TABLE site (id bigint PRIMARY KEY, since date)");
        session.execute("INSERT INTO site VALUES (0, now())");
        assertThat(TableCreation.in(session, AS_HIBERNATE)).containsExactly("\"Visit_SEQ\"", "\"Visit of a page\"");
        assertThat(session.queryOne(Integer.class, "SELECT count(*) FROM site WHERE since IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void in_oneCannotBeMade_makesNone() {
        assertThatThrownBy(() -> TableCreation.in(
                        session,
                        List.of("CREATE TABLE site (id bigint PRIMARY KEY)", "CREATE TABLE visit (id no_such_type)")))
                .isInstanceOf(InvalidSqlException.class);
        assertThat(session.queryOne(Boolean.class, "SELECT to_regclass('site') IS NULL"))
                .isTrue();
    }
}
