package org.duetdb.simulation;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;

/** Methods whose transactions are the container's (Jakarta Transactions 2.0 §3.7). */
final class ContainerSteps {

    /** What a method asks for. */
    enum Attribute {
        REQUIRED,
        REQUIRES_NEW,
        NOT_SUPPORTED
    }

    private final World world;
    private final SimulatedTransactions transactions;

    ContainerSteps(World world) {
        this.world = world;
        this.transactions = world.transactions();
    }

    /** Calls a method. */
    void call(Attribute attribute, boolean enterpriseBean, Work body) throws Throwable {
        boolean joins = attribute == Attribute.REQUIRED && transactions.current() != null;
        SimulatedTransaction waiting = joins ? null : transactions.suspend();
        try {
            if (!joins && attribute != Attribute.NOT_SUPPORTED) {
                transactions.begin().belongsToContainer();
            }
            Unit unit = world.unit();
            Throwable thrown = run(component(attribute, enterpriseBean), body);
            if (unit != null) {
                end(unit, joins, thrown);
            }
            if (thrown != null) {
                throw thrown;
            }
        } finally {
            if (!joins) {
                transactions.resume(waiting);
            }
        }
    }

    private static Component component(Attribute attribute, boolean enterpriseBean) {
        if (enterpriseBean) {
            return Component.ENTERPRISE_BEAN;
        }
        return attribute == Attribute.NOT_SUPPORTED ? Component.BEGINS_ITSELF : Component.TRANSACTIONAL;
    }

    private Throwable run(Component component, Work body) {
        transactions.enter(component);
        world.trace().enter();
        try {
            body.run();
            return null;
        } catch (Throwable thrown) {
            return thrown;
        } finally {
            world.trace().leave();
            transactions.leave();
        }
    }

    private void end(Unit unit, boolean joined, Throwable thrown) {
        boolean undo = thrown instanceof RuntimeException
                || thrown instanceof Error && !transactions.habit().commitsOnError();
        if (joined) {
            if (undo) {
                unit.disturb();
                unit.transaction().markRollbackOnly();
            }
            return;
        }
        if (undo || unit.transaction().status() == Status.STATUS_MARKED_ROLLBACK) {
            unit.transaction().rollback();
            transactions.disassociate();
            world.ledger().ended(unit, Outcome.ROLLED_BACK);
        } else {
            commit(unit);
        }
    }

    private void commit(Unit unit) {
        Outcome outcome = Outcome.COMMITTED;
        try {
            unit.transaction().commit();
        } catch (RollbackException | HeuristicRollbackException refused) {
            outcome = Outcome.ROLLED_BACK;
            checkCause(unit, refused);
            throw new ContainerFailure(refused);
        } catch (HeuristicMixedException | SystemException unknown) {
            outcome = Outcome.UNKNOWN;
            throw new ContainerFailure(unknown);
        } finally {
            transactions.disassociate();
            world.ledger().ended(unit, outcome);
        }
    }

    /** The first failure is among the causes of what the container throws, where it gives one. */
    private void checkCause(Unit unit, Exception refused) {
        if (unit.failure() == null
                || unit.isStruck(world.faults().count())
                || !transactions.habit().passesCauses()) {
            return;
        }
        Throwable cause = refused;
        while (cause != null && cause != unit.failure()) {
            cause = cause.getCause();
        }
        if (cause == null) {
            world.trace().violated("the container's exception does not tell of " + unit.failure());
        }
    }
}
