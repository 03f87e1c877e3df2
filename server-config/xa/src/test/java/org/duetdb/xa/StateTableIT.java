package org.duetdb.xa;

import static javax.transaction.xa.XAException.XAER_DUPID;
import static javax.transaction.xa.XAException.XAER_INVAL;
import static javax.transaction.xa.XAException.XAER_NOTA;
import static javax.transaction.xa.XAException.XAER_PROTO;
import static javax.transaction.xa.XAException.XAER_RMERR;
import static javax.transaction.xa.XAResource.TMENDRSCAN;
import static javax.transaction.xa.XAResource.TMFAIL;
import static javax.transaction.xa.XAResource.TMJOIN;
import static javax.transaction.xa.XAResource.TMNOFLAGS;
import static javax.transaction.xa.XAResource.TMONEPHASE;
import static javax.transaction.xa.XAResource.TMRESUME;
import static javax.transaction.xa.XAResource.TMSTARTRSCAN;
import static javax.transaction.xa.XAResource.TMSUCCESS;
import static javax.transaction.xa.XAResource.TMSUSPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duetdb.xa.XaCode.assertCode;

import java.util.Arrays;
import java.util.stream.Stream;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every call in every state of a branch, as in tables 6-2 to 6-4 of the XA specification. */
class StateTableIT {

    @RegisterExtension
    static final TestClusters CLUSTERS = new TestClusters();

    private enum State {
        NONE,
        ACTIVE,
        SUSPENDED,
        ENDED,
        PREPARED
    }

    private interface Call {
        void on(XAResource resource, Xid xid) throws Exception;
    }

    /** What a call leads to: a state, or a code and no change. */
    private record Cell(State next, int code) {}

    private static Cell to(State next) {
        return new Cell(next, 0);
    }

    private static Cell no(int code) {
        return new Cell(null, code);
    }

    /** @param cells one for each state, in their order */
    private record Row(String name, Call call, Cell... cells) {}

    private static final Cell NOTA = no(XAER_NOTA);
    private static final Cell PROTO = no(XAER_PROTO);
    private static final Cell INVAL = no(XAER_INVAL);
    private static final Cell NONE = to(State.NONE);
    private static final Cell ACTIVE = to(State.ACTIVE);
    private static final Cell ENDED = to(State.ENDED);
    private static final Cell PREPARED = to(State.PREPARED);

    private static final Xid OTHER = TestXid.next();

    private static final Row[] TABLE = {
        //                                                    NONE    ACTIVE           SUSPENDED           ENDED
        //    PREPARED
        row(
                "start",
                (r, x) -> r.start(x, TMNOFLAGS),
                ACTIVE,
                no(XAER_DUPID),
                no(XAER_DUPID),
                no(XAER_DUPID),
                no(XAER_DUPID)),
        row("start other", (r, x) -> r.start(OTHER, TMNOFLAGS), to(null), PROTO, PROTO, no(XAER_RMERR), to(null)),
        row("join", (r, x) -> r.start(x, TMJOIN), NOTA, PROTO, PROTO, ACTIVE, NOTA),
        row("join other", (r, x) -> r.start(OTHER, TMJOIN), NOTA, NOTA, NOTA, NOTA, NOTA),
        row("resume", (r, x) -> r.start(x, TMRESUME), NOTA, PROTO, ACTIVE, PROTO, NOTA),
        row("resume other", (r, x) -> r.start(OTHER, TMRESUME), NOTA, NOTA, NOTA, NOTA, NOTA),
        row("start wrong flags", (r, x) -> r.start(x, TMSUCCESS), INVAL, INVAL, INVAL, INVAL, INVAL),
        row("start null", (r, x) -> r.start(null, TMNOFLAGS), INVAL, INVAL, INVAL, INVAL, INVAL),
        row("end success", (r, x) -> r.end(x, TMSUCCESS), NOTA, ENDED, ENDED, PROTO, NOTA),
        row("end fail", (r, x) -> r.end(x, TMFAIL), NOTA, ENDED, ENDED, PROTO, NOTA),
        row("suspend", (r, x) -> r.end(x, TMSUSPEND), NOTA, to(State.SUSPENDED), PROTO, PROTO, NOTA),
        row("end other", (r, x) -> r.end(OTHER, TMSUCCESS), NOTA, NOTA, NOTA, NOTA, NOTA),
        row("end wrong flags", (r, x) -> r.end(x, TMONEPHASE), INVAL, INVAL, INVAL, INVAL, INVAL),
        row("end null", (r, x) -> r.end(null, TMSUCCESS), INVAL, INVAL, INVAL, INVAL, INVAL),
        row("prepare", XAResource::prepare, NOTA, PROTO, PROTO, PREPARED, PROTO),
        row("prepare other", (r, x) -> r.prepare(OTHER), NOTA, NOTA, NOTA, NOTA, NOTA),
        row("prepare null", (r, x) -> r.prepare(null), INVAL, INVAL, INVAL, INVAL, INVAL),
        row("commit one phase", (r, x) -> r.commit(x, true), NOTA, PROTO, PROTO, NONE, PROTO),
        row("commit", (r, x) -> r.commit(x, false), NOTA, PROTO, PROTO, PROTO, NONE),
        row("commit other", (r, x) -> r.commit(OTHER, false), NOTA, NOTA, NOTA, NOTA, NOTA),
        row("commit null", (r, x) -> r.commit(null, false), INVAL, INVAL, INVAL, INVAL, INVAL),
        row("rollback", XAResource::rollback, NOTA, NONE, NONE, NONE, NONE),
        row("rollback other", (r, x) -> r.rollback(OTHER), NOTA, NOTA, NOTA, NOTA, NOTA),
        row("rollback null", (r, x) -> r.rollback(null), INVAL, INVAL, INVAL, INVAL, INVAL),
        row("forget", XAResource::forget, NOTA, NOTA, NOTA, NOTA, NOTA),
        row("forget null", (r, x) -> r.forget(null), INVAL, INVAL, INVAL, INVAL, INVAL),
        row(
                "recover",
                (r, x) -> r.recover(TMSTARTRSCAN | TMENDRSCAN),
                NONE,
                ACTIVE,
                to(State.SUSPENDED),
                ENDED,
                PREPARED),
        row("recover on", (r, x) -> r.recover(TMNOFLAGS), NONE, ACTIVE, to(State.SUSPENDED), ENDED, PREPARED),
        row("recover wrong flags", (r, x) -> r.recover(TMJOIN), INVAL, INVAL, INVAL, INVAL, INVAL),
    };

    private static Row row(String name, Call call, Cell... cells) {
        return new Row(name, call, cells);
    }

    @TestFactory
    Stream<DynamicTest> everyCall_inEveryState_isAsTheSpecificationSays() {
        DuetXADataSource datasource = new TestServer("node").datasource(CLUSTERS.primary());
        return Arrays.stream(TABLE)
                .flatMap(row -> Arrays.stream(State.values())
                        .map(from -> DynamicTest.dynamicTest(
                                row.name() + " in " + from, () -> check(datasource, row, from))));
    }

    private static void check(DuetXADataSource datasource, Row row, State from) throws Exception {
        try (TestBranch branch = TestBranch.on(datasource, TestXid.next())) {
            bring(branch, from);
            Cell cell = row.cells()[from.ordinal()];
            if (cell.code() != 0) {
                assertCode(cell.code(), () -> row.call().on(branch.resource(), branch.xid()));
                assertIs(branch, from);
            } else {
                row.call().on(branch.resource(), branch.xid());
                if (cell.next() != null) {
                    assertIs(branch, cell.next());
                }
            }
            if (!CLUSTERS.prepared(CLUSTERS.primary()).isEmpty()) {
                branch.rollback();
            }
        }
    }

    private static void bring(TestBranch branch, State state) throws Exception {
        if (state == State.NONE) {
            return;
        }
        branch.resource().start(branch.xid(), TMNOFLAGS);
        branch.execute("INSERT INTO item SELECT 1 + count(*) FROM item");
        switch (state) {
            case SUSPENDED -> branch.resource().end(branch.xid(), TMSUSPEND);
            case ENDED -> branch.end();
            case PREPARED -> branch.end().prepare();
            default -> {
                // it is
            }
        }
    }

    /** By what can be done in this state and in no other. */
    private static void assertIs(TestBranch branch, State state) throws Exception {
        assertThat(CLUSTERS.prepared(CLUSTERS.primary())).hasSize(state == State.PREPARED ? 1 : 0);
        switch (state) {
            case NONE, PREPARED -> branch.resource().start(TestXid.next(), TMNOFLAGS);
            case ACTIVE -> branch.resource().end(branch.xid(), TMSUSPEND);
            case SUSPENDED -> branch.resource().start(branch.xid(), TMRESUME);
            case ENDED -> branch.resource().start(branch.xid(), TMJOIN);
        }
    }
}
