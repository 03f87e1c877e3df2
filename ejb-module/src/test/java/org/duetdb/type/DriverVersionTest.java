package org.duetdb.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Types;
import javax.sql.rowset.RowSetMetaDataImpl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverVersionTest {

    /** These metadata are not the driver's, and say text of every unknown type, as its older versions do of jsonb. */
    @ParameterizedTest
    @CsvSource({"jsonb, JSON", "inet, TEXT"})
    void columnType_driverThatDoesNotTell_isToldByName(String name, ColumnType expected) throws SQLException {
        RowSetMetaDataImpl columns = new RowSetMetaDataImpl();
        columns.setColumnCount(1);
        columns.setColumnType(1, Types.OTHER);
        columns.setColumnTypeName(1, name);
        assertThat(ColumnType.of(columns, 1)).isEqualTo(expected);
    }
}
