package org.duetdb.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duetdb.Origin;
import org.junit.jupiter.api.Test;

class InsertPlanTest {

    private final ColumnSets sets = new ColumnSets();

    private InputRow row(Object... columnsAndValues) {
        Map<String, Object> row = new TreeMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return new InputRow(sets.of(row.keySet()), row.values().toArray());
    }

    private InsertPlan plan(OnConflict conflict, InputRow... rows) {
        return InsertPlan.of(List.of(rows), conflict, sets);
    }

    private OnConflict update(String... key) {
        return OnConflict.update(key, Origin.NONE);
    }

    @Test
    void insert_rowsWithDifferentColumns_stayTogetherWithDefaults() {
        InsertPlan plan = plan(OnConflict.FAIL, row("a", 1, "b", 2), row("b", 3), row("c", null));
        assertThat(plan.reordered()).isFalse();
        assertThat(plan.parts()).hasSize(1);
        assertThat(plan.parts().get(0).columns().names()).containsExactly("a", "b", "c");
        assertThat(plan.parts().get(0).rows()).isDeepEqualTo(new Object[][] {
            {1, 2, InsertText.DEFAULT},
            {InsertText.DEFAULT, 3, InsertText.DEFAULT},
            {InsertText.DEFAULT, InsertText.DEFAULT, null}
        });
    }

    @Test
    void update_rowsWithDifferentColumns_areParts() {
        InsertPlan plan = plan(update("k"), row("k", 1, "a", 1), row("k", 2, "a", 2), row("k", 3, "b", 3));
        assertThat(plan.parts()).extracting(part -> part.rows().length).containsExactly(2, 1);
        assertThat(plan.reordered()).isFalse();
        assertThat(plan(update("k"), row("k", 1, "a", 1), row("k", 2), row("k", 3, "a", 3))
                        .reordered())
                .isTrue();
    }

    @Test
    void update_sameKey_isMergedWhereTheFirstWas() {
        InsertPlan plan = plan(
                update("k"), row("k", "x", "a", 1, "b", 1), row("k", "y", "a", 2, "b", 2), row("k", "x", "b", null));
        assertThat(plan.parts()).hasSize(1);
        assertThat(plan.parts().get(0).rows()).isDeepEqualTo(new Object[][] {{1, null, "x"}, {2, 2, "y"}});
    }

    @Test
    void update_sameKeyWithOtherColumns_isMergedToAllOfThem() {
        InsertPlan plan = plan(update("k"), row("k", 1, "a", 1), row("k", 1, "b", 2), row("k", 1));
        assertThat(plan.parts().get(0).columns().names()).containsExactly("a", "b", "k");
        assertThat(plan.parts().get(0).rows()).isDeepEqualTo(new Object[][] {{1, 2, 1}});
    }

    /** In a column of text the first of each pair would be another row than the second. */
    @Test
    void update_keysThatAreNotSureToBeTheSame_stayApart() {
        for (Object[] pair : new Object[][] {
            {1, 1L}, {1, "1"}, {null, null}, {List.of(1), List.of(1)}, {new byte[] {1}, new byte[] {1}}, {0.0, -0.0}
        }) {
            assertThat(plan(update("k"), row("k", pair[0], "a", 1), row("k", pair[1], "a", 2))
                            .parts()
                            .get(0)
                            .rows())
                    .hasNumberOfRows(2);
        }
    }

    @Test
    void skip_sameKey_isLeftToTheServer() {
        OnConflict skip = OnConflict.skip(new String[] {"k"}, Origin.NONE);
        assertThat(plan(skip, row("k", 1), row("k", 1)).parts().get(0).rows()).hasNumberOfRows(2);
    }
}
