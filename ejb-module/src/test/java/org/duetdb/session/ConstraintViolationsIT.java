package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.duetdb.session.Failure.SECRET;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.duetdb.CheckViolationException;
import org.duetdb.DbSession;
import org.duetdb.ExclusionViolationException;
import org.duetdb.ForeignKeyViolationException;
import org.duetdb.NotNullViolationException;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.ServerVersion;
import org.duetdb.UniqueViolationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of constraint, violated on a real server. The driver is as it comes: it logs details. */
class ConstraintViolationsIT {

    private static final String TABLES = """
            CREATE TABLE room (id int PRIMARY KEY, name text NOT NULL CONSTRAINT room_name UNIQUE);
            CREATE TABLE booking (
                room int CONSTRAINT booking_room REFERENCES room,
                seats int CONSTRAINT booking_seats CHECK (seats > 0),
                during int4range,
                CONSTRAINT booking_overlap EXCLUDE USING gist (during WITH &&));
            CREATE TABLE key (room int CONSTRAINT key_room REFERENCES room ON DELETE RESTRICT);
            CREATE DOMAIN floor AS int CONSTRAINT floor_positive CHECK (VALUE > 0);
            CREATE VIEW large_booking AS SELECT * FROM booking WHERE seats > 100 WITH CHECK OPTION;
            GRANT ALL ON room, booking, key, large_booking TO duet_app;
            """;

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions();

    private DbSession primary;

    @BeforeAll
    static void start() throws SQLException {
        try (Connection connection = sessions.databases().primary().connect("app");
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    @BeforeEach
    void fill() {
        primary = sessions.session("default", Role.WRITE);
        primary.execute("TRUNCATE room, booking, key");
        primary.execute("INSERT INTO room (id, name) VALUES (1, $1), (2, 'other')", SECRET);
    }

    @Test
    void uniqueViolation_namesConstraintAndTable() {
        UniqueViolationException failure = Failure.of(
                UniqueViolationException.class,
                "DUET-230",
                "23505",
                () -> primary.execute("INSERT INTO room (id, name) VALUES (3, $1)", SECRET));
        assertThat(failure)
                .hasMessage("DUET-230 the unique constraint room_name of the table room is violated (SQLSTATE 23505)"
                        + " [alias=default, role=write, request=test]");
        assertThat(failure.constraint()).isEqualTo("room_name");
        assertThat(failure.error().schema()).isEqualTo("public");
        assertThat(failure.error().table()).isEqualTo("room");
        assertThat(failure.error().severity()).isEqualTo("ERROR");
        assertThat(failure.error().detail()).contains(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "23503 | booking_room | INSERT INTO booking (room) VALUES (77)",
                "23503 | booking_room | DELETE FROM room WHERE id = 1",
                "      | key_room     | DELETE FROM room WHERE id = 2"
            })
    void foreignKeyViolation_isTheSameFromBothSides(String state, String constraint, String sql) {
        primary.execute("INSERT INTO booking (room) VALUES (1)");
        primary.execute("INSERT INTO key (room) VALUES (2)");
        String restricted = ServerVersion.isAtLeast(18) ? "23001" : "23503";
        ForeignKeyViolationException failure = Failure.of(
                ForeignKeyViolationException.class,
                "DUET-231",
                state == null ? restricted : state,
                () -> primary.execute(sql));
        assertThat(failure.constraint()).isEqualTo(constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "23514 | booking_seats  | INSERT INTO booking (seats) VALUES (0)",
                "23514 | floor_positive | SELECT 0::floor",
                "44000 | -              | INSERT INTO large_booking (seats) VALUES (1)"
            })
    void checkViolation_namesTheConstraintIfItHasAName(String state, String constraint, String sql) {
        CheckViolationException failure =
                Failure.of(CheckViolationException.class, "DUET-232", state, () -> primary.query(sql));
        assertThat(failure.constraint()).isEqualTo(constraint);
    }

    @Test
    void notNullViolation_namesTheColumn() {
        NotNullViolationException failure = Failure.of(
                NotNullViolationException.class,
                "DUET-233",
                "23502",
                () -> primary.execute("UPDATE room SET name = NULL WHERE name = $1", SECRET));
        assertThat(failure).hasMessageContaining("the column name of the table room must not be null");
        assertThat(failure.error().column()).isEqualTo("name");
    }

    @Test
    void exclusionViolation_namesTheConstraint() {
        primary.execute("INSERT INTO booking (during) VALUES ('[1,5)')");
        ExclusionViolationException failure = Failure.of(
                ExclusionViolationException.class,
                "DUET-234",
                "23P01",
                () -> primary.execute("INSERT INTO booking (during) VALUES ('[4,6)')"));
        assertThat(failure.constraint()).isEqualTo("booking_overlap");
    }

    /** The driver writes the statement with its values into the exception of a batch, and says little else there. */
    @Test
    void batch_isTranslatedAsItsStatementWouldBe() throws SQLException {
        try (Connection connection = sessions.databases().primary().connect("app");
                PreparedStatement statement =
                        connection.prepareStatement("INSERT INTO room (id, name) VALUES (?, ?)")) {
            for (int id = 3; id < 6; id++) {
                statement.setInt(1, id);
                statement.setString(2, id == 4 ? SECRET : "room " + id);
                statement.addBatch();
            }
            Throwable thrown = catchThrowable(statement::executeBatch);
            assertThat(thrown).hasMessageContaining(SECRET);
            UniqueViolationException failure = Failure.of(UniqueViolationException.class, "DUET-230", "23505", () -> {
                throw SqlFailures.translate(thrown, new Origin("default", Role.WRITE, "test"));
            });
            assertThat(failure.constraint()).isEqualTo("room_name");
        }
    }
}
