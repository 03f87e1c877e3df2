package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;
import org.junit.jupiter.api.Test;

/** What becomes of a provider's statements while it inserts a row that may conflict. */
class ConflictingInsertTest {

    private static final String INSERT =
            "INSERT INTO GUEST (ID, EMAIL, NAME, CREATED_AT, VERSION) VALUES (?, ?, ?, ?, ?)";

    private static ConflictingInsert insert(InsertConflict conflict) {
        return new ConflictingInsert(conflict, Origin.NONE);
    }

    private static InsertConflict nothing(String live, String... target) {
        return new InsertConflict(List.of(target), live, false, Set.of(), null);
    }

    private static InsertConflict overwriting(String version) {
        return new InsertConflict(List.of("email"), null, true, Set.of("id", "created_at"), version);
    }

    @Test
    void completed_nothing() {
        assertThat(insert(nothing(null, "email", "name")).completed(INSERT))
                .isEqualTo(INSERT + " ON CONFLICT (EMAIL, NAME) DO NOTHING");
        assertThat(insert(nothing("created_at", "email")).completed(INSERT))
                .isEqualTo(INSERT + " ON CONFLICT (EMAIL) WHERE CREATED_AT IS NULL DO NOTHING");
    }

    @Test
    void completed_overwriting_keepsTargetIdAndWhatIsNotUpdatable() {
        assertThat(insert(overwriting(null)).completed(INSERT))
                .isEqualTo(
                        INSERT + " ON CONFLICT (EMAIL) DO UPDATE SET NAME = EXCLUDED.NAME, VERSION = EXCLUDED.VERSION");
        assertThat(insert(overwriting("version")).completed(INSERT))
                .endsWith(" DO UPDATE SET NAME = EXCLUDED.NAME, VERSION = GUEST.VERSION + 1");
    }

    @Test
    void completed_overwritingWhereAllIsKept_locksTheRow() {
        assertThat(insert(overwriting(null)).completed("insert into guest (id,email) values (?,?)"))
                .endsWith(" ON CONFLICT (email) DO UPDATE SET email = EXCLUDED.email");
    }

    @Test
    void completed_columnThatIsNotInserted_isRefused() {
        assertThatThrownBy(() -> insert(nothing(null, "phone")).completed(INSERT))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageStartingWith("DUET-229 column phone is not among those inserted");
    }

    @Test
    void completed_moreThanOneRow_isRefused() {
        ConflictingInsert insert = insert(nothing(null, "email"));
        assertThat(insert.completed("SELECT nextval('guest_seq')")).isEqualTo("SELECT nextval('guest_seq')");
        insert.completed(INSERT);
        assertThatThrownBy(() -> insert.completed("INSERT INTO GUEST_TAGS (GUEST, TAG) VALUES (?, ?)"))
                .isInstanceOf(InvalidStatementException.class);
        assertThatThrownBy(() -> insert(nothing(null, "email")).completed("UPDATE GUEST SET NAME = ? WHERE ID = ?"))
                .isInstanceOf(InvalidStatementException.class);
        assertThatThrownBy(() -> insert(nothing(null, "email")).completed(INSERT + " RETURNING ID"))
                .isInstanceOf(InvalidStatementException.class);
    }

    @Test
    void counted_providersAreTold1_whatTrulyHappenedIsKnown() {
        ConflictingInsert insert = insert(nothing(null, "email"));
        assertThat(insert.counted(0)).isEqualTo(1);
        assertThat(insert.isWritten()).isFalse();
        assertThat(insert.counted(1)).isEqualTo(1);
        assertThat(insert.isWritten()).isTrue();
        assertThat((int[]) insert.counted(new int[] {0})).containsExactly(1);
        assertThat(insert.isWritten()).isFalse();
        assertThat(insert.counted(true)).isEqualTo(true);
    }
}
