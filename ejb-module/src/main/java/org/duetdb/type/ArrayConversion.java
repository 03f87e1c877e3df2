package org.duetdb.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** A list as an array of any class and any number of dimensions. */
final class ArrayConversion {

    private static final MethodType SETTER = MethodType.methodType(void.class, Object.class, int.class, Object.class);

    private ArrayConversion() {}

    static Object of(List<?> list, Class<?> wanted, Conversion elements) {
        try {
            Object array = MethodHandles.arrayConstructor(wanted).invoke(list.size());
            MethodHandle setter = MethodHandles.arrayElementSetter(wanted).asType(SETTER);
            for (int i = 0; i < list.size(); i++) {
                Object element = elements.convert(list.get(i), wanted.getComponentType());
                setter.invokeExact(array, i, element);
            }
            return array;
        } catch (RuntimeException | Error known) {
            throw known;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
