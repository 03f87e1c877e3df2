package org.duetdb.session;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;

/**
 * A record, taken apart. The only place with reflection.
 *
 * @param constructor the canonical constructor
 * @param names the names of the components
 * @param types the types of the components
 * @param accessors what reads each component, as {@code (Object)Object}
 */
record RecordShape(MethodHandle constructor, String[] names, Class<?>[] types, MethodHandle[] accessors) {

    /**
     * Looks at a record.
     *
     * @throws IllegalAccessException if the module of the record keeps it closed
     */
    static RecordShape of(Class<?> type) throws IllegalAccessException {
        RecordComponent[] components = type.getRecordComponents();
        String[] names = new String[components.length];
        Class<?>[] types = new Class<?>[components.length];
        MethodHandle[] accessors = new MethodHandle[components.length];
        Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        for (int i = 0; i < components.length; i++) {
            names[i] = components[i].getName();
            types[i] = components[i].getType();
            accessors[i] = lookup.unreflect(components[i].getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        }
        return new RecordShape(constructor(lookup, type, types), names, types, accessors);
    }

    private static MethodHandle constructor(Lookup lookup, Class<?> type, Class<?>[] types)
            throws IllegalAccessException {
        try {
            return lookup.findConstructor(type, MethodType.methodType(void.class, types));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
