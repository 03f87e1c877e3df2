package org.duetdb.sql;

import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;

/**
 * A statement in the driver's form. For use by any thread; the array is not to be changed.
 *
 * @param jdbc the text as the driver is to read it: {@code ?} for each parameter, its number where a statement has it
 *     again, {@code ??} for each question mark that is an operator
 * @param order for each {@code ?}, in order, which parameter it takes, counted from 0
 * @param parameterCount how many parameters the statement has
 * @param insert what a batch can be made of, or null where the statement is no simple {@code INSERT … VALUES (…)}
 */
public record ParsedSql(String jdbc, int[] order, int parameterCount, InsertShape insert) {

    /** Refuses another number of parameters than the statement has. */
    public void requireCount(int given, Origin origin) {
        if (given != parameterCount) {
            throw new InvalidStatementException(
                    "DUET-203",
                    "the statement has " + parameterCount + " parameters, " + given + " are given",
                    "give one value for each of $1 to $n",
                    origin,
                    null);
        }
    }
}
