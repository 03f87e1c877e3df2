package org.duetdb.simulation;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.duetdb.DuetException;
import org.duetdb.transaction.RequestTransaction;
import org.duetdb.transaction.ResourceFilter;

/** A request from its filter to the end of its scope. */
final class RequestRun {

    private final World world;
    private final Chance chance;
    private final RequestTransaction request;
    private final UnitSessions sessions;
    private final Promises promises;

    RequestRun(World world) {
        this.world = world;
        this.chance = world.chance();
        this.request = new RequestTransaction(world.services());
        this.sessions = UnitSessions.of(request, world);
        this.promises = new Promises(world, sessions);
    }

    /** Runs it. */
    void run() {
        boolean filtered = !chance.onceIn(8);
        world.trace().step(filtered ? "a request" : "a request without a unit of work");
        world.trace().enter();
        world.ledger().beginWork();
        ResourceFilter filter = new ResourceFilter(() -> request, false);
        ContainerRequestContext received = Response.request();
        if (filtered) {
            filter.filter(received);
            sessions.unitOfWork(true);
        }
        Throwable thrown = work();
        boolean mapped = thrown == null || !chance.onceIn(4);
        if (filtered && mapped) {
            respond(filter, received, thrown == null ? Response.ofTheMethod() : Response.ofAMapper(chance.onceIn(4)));
        }
        sessions.unitOfWork(false);
        tearDown();
        promises.checkEnd();
        new UseAfterEnd(world).of(sessions);
        promises.checkEnd();
        world.trace().leave();
    }

    private Throwable work() {
        try {
            new Program(world, sessions, promises).run();
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    private void respond(ResourceFilter filter, ContainerRequestContext received, Response response) {
        world.trace().step("respond " + response);
        UnitEnd end = new UnitEnd(world, sessions, response);
        sessions.owns(null, null);
        try {
            filter.filter(received, response.context());
        } catch (DuetException refusal) {
            world.trace().thrown(refusal);
            end.refused(refusal);
            return;
        } catch (RuntimeException | Error other) {
            promises.checkThrown(other);
            return;
        }
        end.accepted();
        promises.check();
    }

    /** The scope ends: the container destroys the beans in any order. */
    private void tearDown() {
        world.trace().step("the end of the request");
        Unit open = sessions.owned();
        List<Runnable> beans = new ArrayList<>();
        beans.add(request::destroy);
        sessions.writing().forEach(session -> beans.add(session::close));
        sessions.reading().forEach(session -> beans.add(session::close));
        Collections.shuffle(beans, new Random(chance.below(Integer.MAX_VALUE)));
        for (Runnable bean : beans) {
            try {
                bean.run();
            } catch (RuntimeException | Error thrown) {
                world.trace().violated("the end of a bean throws " + thrown);
            }
        }
        sessions.close();
        if (open != null) {
            world.transactions().settle();
            world.ledger().ended(open, Outcome.ROLLED_BACK);
        }
    }
}
