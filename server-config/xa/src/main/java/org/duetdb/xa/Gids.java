package org.duetdb.xa;

import java.util.Base64;
import java.util.Optional;

/**
 * What the branches of one node are called in {@code pg_prepared_xacts}: {@code duet:<node>:<transaction>:<branch>}.
 * Other nodes, and other clients of the same database, have names that do not begin like this, so that they are never
 * taken for branches of this node. The longest has 199 characters, which is what PostgreSQL takes.
 */
record Gids(NodeName node) {

    /** How the names of all branches of this node begin. */
    String prefix() {
        return "duet:" + node.text() + ':';
    }

    /** How the names of the branches of one transaction begin. */
    String prefix(GlobalId global) {
        return prefix() + global.text() + ':';
    }

    String of(BranchId branch) {
        return prefix() + branch;
    }

    /** The branch that has this name; empty if it is none of this node's. */
    Optional<BranchId> parse(String gid) {
        if (!gid.startsWith(prefix())) {
            return Optional.empty();
        }
        String[] parts = gid.substring(prefix().length()).split(":", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            BranchId branch =
                    new BranchId(new GlobalId(parts[0]), Base64.getUrlDecoder().decode(parts[1]));
            return branch.equals(BranchId.of(branch)) ? Optional.of(branch) : Optional.empty();
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
            return Optional.empty(); // somebody else's, although it begins like ours
        }
    }
}
