package org.duetdb.xa;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One application server, as its databases see it: which those are, and what it has decided about its transactions.
 * Safe for use by several threads.
 */
final class Node {

    private final Map<String, Site> sites = new ConcurrentHashMap<>();
    private final Decisions decisions = new Decisions();

    Decisions decisions() {
        return decisions;
    }

    /** Makes a database known under its alias; the last one of that alias counts. */
    void join(String alias, Site site) {
        sites.put(alias, site);
    }

    /**
     * Finds out what became of a transaction that this process did not decide about, for a prepared branch of it that
     * somebody wants to roll back.
     *
     * <p>If the answer is that it did not commit, then it never will: its other branches have been rolled back. Without
     * that, one of them could be committing at this moment, and be seen only later: a commit that waits for a
     * synchronous replica has happened and is not visible.
     *
     * @param aliases the databases that have to be asked, at least
     * @return whether a branch of it has committed
     * @throws SQLException if one of the databases cannot be asked, and none of the others has committed
     */
    boolean hasCommitted(BranchId branch, Set<String> aliases) throws SQLException {
        Collection<Site> all = Set.copyOf(sites.values());
        if (anyCommitted(all, branch.global())) {
            return true;
        }
        Set<String> missing = new TreeSet<>(aliases);
        missing.removeAll(sites.keySet());
        if (!missing.isEmpty()) {
            throw new SQLException("No pool has been made yet for " + missing, "08003");
        }
        for (Site site : all) {
            site.rollBackOthers(branch);
        }
        return anyCommitted(all, branch.global());
    }

    private static boolean anyCommitted(Collection<Site> sites, GlobalId global) throws SQLException {
        SQLException away = null;
        for (Site site : sites) {
            try {
                if (site.hasCommitted(global)) {
                    return true;
                }
            } catch (SQLException e) {
                if (away == null) {
                    away = e;
                } else {
                    away.addSuppressed(e);
                }
            }
        }
        if (away != null) {
            throw away;
        }
        return false;
    }
}
