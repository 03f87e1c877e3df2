package org.duetdb.rest;

/** Where a failure arose, and of what: a stack trace without messages, for those of others may quote values. */
final class Trace {

    private static final int DEEPEST = 20;

    private Trace() {}

    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (StackTraceElement frame : failure.getStackTrace()) {
            text.append("\n\tat ").append(frame);
        }
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            text.append("\n\tby ").append(cause.getClass().getName());
            cause = cause.getCause();
        }
        return text.toString();
    }
}
