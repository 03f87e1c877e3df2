package org.duetdb.configure.payara;

/** How a word with blanks and quotes stands on a line of commands, which differs between those who read it. */
enum Quoting {
    /** The file of {@code --prebootcommandfile}: nothing is unescaped before the command sees the word. */
    BOOT_FILE {
        @Override
        String quoted(String word) {
            return '"' + word + '"';
        }
    },

    /** The file of {@code asadmin multimode}: a backslash before a quote or a backslash is taken away first. */
    ASADMIN {
        @Override
        String quoted(String word) {
            return '"' + word.replaceAll("[\\\\\"]", "\\\\$0") + '"';
        }
    };

    abstract String quoted(String word);
}
