package org.duetdb.transaction;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The attachments of one transaction. For one thread at a time. */
final class AttachedWork {

    private static final Logger LOG = System.getLogger(AttachedWork.class.getName());

    /** Made with the first one: most transactions have none. */
    private Map<Object, Attachment> all = Map.of();

    private boolean flushing;

    @SuppressWarnings("unchecked")
    <A extends Attachment> A attached(Object key, Supplier<A> maker) {
        if (all.isEmpty()) {
            all = new LinkedHashMap<>(2);
        }
        return (A) all.computeIfAbsent(key, absent -> maker.get());
    }

    /** Has all of them hand in their work. */
    void flush() {
        flush(attachment -> true);
    }

    /** Has those of a database hand in their work; nothing if they are just doing so. */
    void flush(String alias) {
        flush(attachment -> attachment.alias().equals(alias));
    }

    private void flush(Predicate<Attachment> which) {
        if (flushing || all.isEmpty()) {
            return;
        }
        flushing = true;
        try {
            all.values().stream().filter(which).toList().forEach(Attachment::flush);
        } finally {
            flushing = false;
        }
    }

    void undone() {
        all.values().forEach(Attachment::undone);
    }

    void ended() {
        Map<Object, Attachment> ending = all;
        all = Map.of();
        for (Attachment attachment : ending.values()) {
            try {
                attachment.ended();
            } catch (RuntimeException ignored) {
                LOG.log(Level.DEBUG, () -> "ending what was attached for " + attachment.alias(), ignored);
            }
        }
    }
}
