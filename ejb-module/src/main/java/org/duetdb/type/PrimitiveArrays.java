package org.duetdb.type;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Arrays of primitives as arrays of objects. */
final class PrimitiveArrays {

    private PrimitiveArrays() {}

    /** Returns the array itself if its elements are objects. Bytes are one value, and never come here. */
    static Object[] boxed(Object array) {
        if (array instanceof Object[] objects) {
            return objects;
        } else if (array instanceof int[] values) {
            return boxed(values.length, i -> values[i]);
        } else if (array instanceof long[] values) {
            return boxed(values.length, i -> values[i]);
        } else if (array instanceof short[] values) {
            return boxed(values.length, i -> values[i]);
        } else if (array instanceof double[] values) {
            return boxed(values.length, i -> values[i]);
        } else if (array instanceof float[] values) {
            return boxed(values.length, i -> values[i]);
        } else if (array instanceof boolean[] values) {
            return boxed(values.length, i -> values[i]);
        }
        char[] values = (char[]) array;
        return boxed(values.length, i -> values[i]);
    }

    private static Object[] boxed(int length, IntFunction<Object> elements) {
        Object[] boxed = new Object[length];
        Arrays.setAll(boxed, elements);
        return boxed;
    }
}
