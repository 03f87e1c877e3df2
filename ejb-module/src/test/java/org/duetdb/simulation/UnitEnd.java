package org.duetdb.simulation;

import jakarta.transaction.Status;
import org.duetdb.DuetException;

/** What a unit of work may expect of its end, before the response is sent. */
final class UnitEnd {

    private final World world;
    private final Response response;
    private final TransactionSteps steps;
    private final Unit open;
    private final boolean wished;
    private final boolean wishedByAll;

    /** Looks at what is open. */
    UnitEnd(World world, UnitSessions sessions, Response response) {
        this.world = world;
        this.response = response;
        this.steps = new TransactionSteps(world, sessions);
        this.open = sessions.owned();
        this.wished = open == null || open.participants().stream().allMatch(sessions::isAutoCommit);
        this.wishedByAll = wished && (open == null || open.attempted().stream().allMatch(sessions::isAutoCommit));
    }

    /** It ended without an exception. */
    void accepted() {
        if (open == null) {
            return;
        }
        world.trace()
                .require(
                        response.isOfTheMethod() || !response.isSuccess(),
                        "a success is sent for what was rolled back");
        world.trace()
                .require(
                        !response.isOfTheMethod() || open.failure() == null || !wishedByAll,
                        "a failure that was swallowed is told to nobody");
        world.transactions().settle();
        world.ledger().ended(open, isKept() ? Outcome.COMMITTED : Outcome.ROLLED_BACK);
    }

    private boolean isKept() {
        if (!response.isOfTheMethod() || !wished || open.isAbandoned() || open.failure() != null) {
            return false;
        }
        // whether a session takes part whose only statement failed, and was undone, only the library knows
        return wishedByAll || open.transaction().status() == Status.STATUS_COMMITTED;
    }

    /** It ended with an exception. */
    void refused(DuetException said) {
        Outcome outcome = Outcome.of(said);
        if (open == null || outcome == null) {
            world.trace().violated("the end of the unit of work throws " + said);
        } else if (response.isOfTheMethod()) {
            steps.endedBy(said, open, outcome);
        } else {
            world.trace().require(said.code().equals("DUET-314") && response.isSuccess(), "a rollback throws " + said);
            world.transactions().settle();
            world.ledger().ended(open, Outcome.ROLLED_BACK);
        }
    }
}
