package org.duetdb.transaction;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The attachments of one transaction. For one thread at a time. */
final class AttachedWork {

    private static final Logger LOG = System.getLogger(AttachedWork.class.getName());

    private final Map<Object, Attachment> all = new LinkedHashMap<>(2);
    private boolean flushing;

    @SuppressWarnings("unchecked")
    <A extends Attachment> A attached(Object key, Supplier<A> maker) {
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
        List<Attachment> ending = new ArrayList<>(all.values());
        all.clear();
        for (Attachment attachment : ending) {
            try {
                attachment.ended();
            } catch (RuntimeException ignored) {
                LOG.log(Level.DEBUG, () -> "ending what was attached for " + attachment.alias(), ignored);
            }
        }
    }
}
