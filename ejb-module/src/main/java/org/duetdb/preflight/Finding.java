package org.duetdb.preflight;

import java.lang.System.Logger.Level;
import org.duetdb.catalog.Binding;

/**
 * One thing that is not as it should be.
 *
 * @param level {@code ERROR} where something is sure to fail, {@code WARNING} where it may, {@code INFO} to know
 * @param binding whose it is; where several share it, one of them
 * @param message one sentence with its number and the remedy
 */
public record Finding(Level level, Binding binding, String message) {

    static Finding error(Binding binding, String what, String remedy) {
        return new Finding(Level.ERROR, binding, sentence(binding, what, remedy));
    }

    static Finding warning(Binding binding, String what, String remedy) {
        return new Finding(Level.WARNING, binding, sentence(binding, what, remedy));
    }

    static Finding notice(Binding binding, String what, String remedy) {
        return new Finding(Level.INFO, binding, sentence(binding, what, remedy));
    }

    private static String sentence(Binding binding, String what, String remedy) {
        return what + " [" + binding.origin() + "]; " + remedy;
    }

    /** Returns the number. */
    public String code() {
        return message.substring(0, message.indexOf(' '));
    }

    /** Returns whether the application has not started as long as this stands. */
    boolean forbidsStart() {
        return level == Level.ERROR && binding.settings().required();
    }

    /** Returns whether there is something to do about it. */
    public boolean isProblem() {
        return level != Level.INFO;
    }
}
