package org.duetdb.simulation;

import java.util.List;

/**
 * What a server answers to a statement.
 *
 * @param rows the values of the only column; null if it returns none
 * @param count how many rows were affected
 */
record Answer(List<?> rows, int count) {

    static Answer rows(List<?> rows) {
        return new Answer(rows, rows.size());
    }

    static Answer count(int count) {
        return new Answer(null, count);
    }
}
