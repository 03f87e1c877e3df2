package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements as EclipseLink and Hibernate write them. */
class ColumnParametersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO GUEST (ID, NAME, SETTINGS) VALUES (?, ?, ?)",
                "insert into guest (created_at,email,id) values (?,?,?)",
                "insert into app.guest (\"order\",id) values (?,?)",
                "UPDATE GUEST SET NAME = ?, UPDATED_AT = ? WHERE ((ID = ?) AND (VERSION = ?))",
                "UPDATE GUEST SET NAME = ? WHERE (ID = ?)",
                "update guest set name=?,version=? where id=? and version=?",
            })
    void areAllIn_columnsSayTheType(String sql) {
        assertThat(ColumnParameters.areAllIn(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ID FROM GUEST WHERE (NAME = ?)",
                "DELETE FROM GUEST WHERE (ID = ?)",
                "insert into guest (name,id) values (concat(?, 'x'),?)",
                "insert into guest (name,id) select ?,? ",
                "insert into guest (name,id) values (?,?) returning id",
                "insert into guest (name,id) values (?,?),(?,?)",
                "update guest set name=concat(name, ?) where id=?",
                "update guest set name=? where ? is null",
                "update guest set name=? where id=? or id=?",
                "update guest set name=?",
            })
    void areAllIn_somethingElse_isNot(String sql) {
        assertThat(ColumnParameters.areAllIn(sql)).isFalse();
    }

    @Test
    void areAllIn_asManyColumnsAsATableCanHave_isTrue() {
        String names = "c, ".repeat(1599) + "c";
        assertThat(ColumnParameters.areAllIn("INSERT INTO t (" + names + ") VALUES (" + "?, ".repeat(1599) + "?)"))
                .isTrue();
        assertThat(ColumnParameters.areAllIn("UPDATE t SET " + "c = ?, ".repeat(1599) + "c = ? WHERE (c = ?)"))
                .isTrue();
    }

    @Test
    void ofInsert_namesAreAsTheyStandThere() {
        assertThat(ColumnParameters.ofInsert("insert into app.guest (\"or der\", ID,name) values (?, ?,?)"))
                .isEqualTo(new ColumnParameters.Insert("app.guest", List.of("\"or der\"", "ID", "name")));
        assertThat(ColumnParameters.ofInsert("UPDATE GUEST SET NAME = ? WHERE (ID = ?)"))
                .isNull();
    }
}
