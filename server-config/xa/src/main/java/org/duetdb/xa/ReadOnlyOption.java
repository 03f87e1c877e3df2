package org.duetdb.xa;

/** The startup option that makes the transactions of a connection read-only, in the server and not by agreement. */
final class ReadOnlyOption {

    private static final String NAME = "default_transaction_read_only";

    private ReadOnlyOption() {}

    /** The options with it. Null stands for none; options that name it already stay as they are. */
    static String in(String options) {
        if (options == null || options.isBlank()) {
            return "-c " + NAME + "=on";
        }
        return options.contains(NAME) ? options : options + " -c " + NAME + "=on";
    }
}
