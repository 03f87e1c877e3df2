package org.duetdb.type;

/** The constants of an enum by their names. */
final class EnumNames {

    private EnumNames() {}

    static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw ConversionException.value(type, "there is no constant of that name");
    }
}
