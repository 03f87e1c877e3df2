package org.duetdb.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.duetdb.IllegalTransactionStateException;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.simulation.ContainerSteps.Attribute;
import org.duetdb.transaction.RequestTransaction;
import org.duetdb.transaction.ResourceFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who tries to end a transaction where it may not: nothing happens to it. */
class EndingTest {

    /** The ways to end one. */
    enum End {
        COMMIT,
        ROLLBACK;

        void of(JdbcDbSession session) {
            if (this == COMMIT) {
                session.commit();
            } else {
                session.rollback();
            }
        }
    }

    private final World world = new Simulation().quiet(ServerHabit.PAYARA);
    private final RequestTransaction request = new RequestTransaction(world.services());
    private final UnitSessions sessions = UnitSessions.of(request, world);
    private final JdbcDbSession session = sessions.writing().get(0);

    @BeforeEach
    void enterUnitOfWork() {
        new ResourceFilter(() -> request, false).filter(Response.request());
        session.begin();
    }

    @ParameterizedTest
    @EnumSource
    void end_insideWorkInASavepoint_isRefused(End end) {
        session.transaction(() -> {
            session.execute(Statement.INSERT, 1);
            assertThat(refusal(end).code()).isEqualTo("DUET-307");
        });
        session.commit();

        assertThat(world.databases().get(0).committed()).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void commit_whereTheContainerEnds_isRefusedAndTheTransactionGoesOn(boolean enterpriseBean) throws Throwable {
        session.execute(Statement.INSERT, 1);
        new ContainerSteps(world)
                .call(
                        Attribute.REQUIRED,
                        enterpriseBean,
                        () -> assertThat(refusal(End.COMMIT).code()).isEqualTo("DUET-304"));
        session.execute(Statement.INSERT, 2);
        session.commit();

        assertThat(world.databases().get(0).committed()).containsExactly(1, 2);
    }

    @Test
    void rollback_whereTheContainerEnds_isRefusedAndTheSessionStillOwnsIt() throws Throwable {
        session.execute(Statement.INSERT, 1);
        new ContainerSteps(world)
                .call(
                        Attribute.REQUIRED,
                        false,
                        () -> assertThat(refusal(End.ROLLBACK).code()).isEqualTo("DUET-304"));
        session.rollback();

        assertThat(world.transactions().isIdle()).isTrue();
        assertThat(world.databases().get(0).committed()).isEmpty();
    }

    private IllegalTransactionStateException refusal(End end) {
        return catchThrowableOfType(IllegalTransactionStateException.class, () -> end.of(session));
    }
}
