package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Arrays;
import java.util.UUID;
import org.duetdb.Database;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.OpenSession;
import org.duetdb.Role;
import org.duetdb.fixture.Deployments;
import org.duetdb.model.Repository;
import org.duetdb.scenario.Leftovers;
import org.duetdb.scenario.model.Guest;
import org.duetdb.scenario.model.Note;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A table of guests, made for each test, and their repository. */
abstract class WithGuests {

    static final JsonObject SETTINGS = Json.createReader(
                    new StringReader("{\"digits\": 1234567890123456789.123, \"list\": [null, \"ä\"]}"))
            .readObject();

    @Inject
    @Database
    Repository<Guest, UUID> guests;

    @Inject
    @Database
    Repository<Note, String> notes;

    @Inject
    @Database
    DbSession session;

    @Inject
    Databases databases;

    static Archive<?> application(Class<?> test) {
        return Deployments.application(web -> web.addClasses(test, WithGuests.class)
                .addPackage(Note.class.getPackage())
                .addAsResource("model/persistence.xml", "META-INF/persistence.xml"));
    }

    /** Not by the request: its reads would go to the primary from then on. */
    @BeforeEach
    void makeTable() {
        outside("DROP TABLE IF EXISTS guest", "DROP TYPE IF EXISTS mood", "DELETE FROM scenario");
        databases.createTables("default");
        outside(
                "CREATE TYPE mood AS ENUM ('HAPPY', 'SAD')",
                "ALTER TABLE guest ALTER mood TYPE mood USING mood::mood",
                "CREATE UNIQUE INDEX guest_email ON guest (email) WHERE deleted_at IS NULL");
    }

    void outside(String... statements) {
        try (OpenSession outside = databases.open("default", Role.WRITE)) {
            outside.transaction(() -> Arrays.asList(statements).forEach(sql -> outside.execute(sql)));
        }
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertEquals(0, Leftovers.inUse(databases));
    }

    Guest created(String email) {
        return session.transaction(() -> guests.create(new Guest(email, "Ada")));
    }
}
