package org.duetdb.configure;

/** A word of a command that people are given to run: quoted where a shell would take it apart. */
public final class ShellWord {

    private ShellWord() {}

    /** Returns it, for any shell of POSIX. */
    public static String of(Object word) {
        String text = word.toString();
        return text.matches("[\\w./:=@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
